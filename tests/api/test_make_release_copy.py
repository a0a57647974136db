"""
The file that is handed out may be published, says so, and says nothing else.
"""

from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from httpx import Response
from PIL import ExifTags, Image

from tests.api.door import NOBODY, Door, answered
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    image,
    register,
    row_counts,
    saying_yes,
    send,
    version,
    yes,
)
from tests.fingerprint.claiming import (
    bag,
    iim,
    in_languages,
    packet,
    region,
    source,
    with_iim,
    with_xmp,
)
from tests.fingerprint.drawing import draw_scene, encode

LOOKED = {"complete": True}
IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"


@cache
def _photo(seed: int = 1, kind: str = "JPEG") -> bytes:
    """
    Draw a large photo that says where it was taken, by whom, of whom.
    """
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "Emeka at home"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (50.0, 51.0, 7.31)
    return encode(draw_scene(seed, (2400, 1600)), kind, exif=exif.tobytes(), quality=92)


@pytest.fixture
def outing(door: Door) -> dict[str, str]:
    """
    Register a photo of Emeka, who says yes to Facebook; give the ids.
    """
    channel(door)
    channel(door, "instagram", platform="instagram")
    emeka = adult(door)
    yes(door, emeka, version(door))
    people = [{"person_id": emeka}]
    made = register(door, _photo(), depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    return {"photo": made["id"], "emeka": emeka}


def _release(door: Door, photo_id: str, content: bytes = b"", **told: str) -> Response:
    words = {"channel": "facebook"} | told
    return send(
        door, f"/photos/{photo_id}/release-copies", [image(content or _photo())], None, **words
    )


def _made(door: Door, photo_id: str, content: bytes = b"", **told: str) -> Response:
    response = _release(door, photo_id, content, **told)
    assert 200 == response.status_code, response.text
    return response


def test_a_release_copy_is_sized_bare_and_says_whose_it_is(
    door: Door, outing: dict[str, str]
) -> None:
    made = _made(door, outing["photo"], alt_text="A goat is fed", language="en")

    assert ("image/jpeg", 'attachment; filename="release"') == (
        made.headers["content-type"],
        made.headers["content-disposition"],
    )
    with Image.open(BytesIO(made.content)) as opened:
        assert ((2048, 1365), "RGB") == (opened.size, opened.mode)
        packet = opened.info["xmp"].decode()
        assert {ExifTags.Base.Artist, ExifTags.Base.Copyright} == set(opened.getexif())
    meta = ET.fromstring(packet.partition("?>")[2].rpartition("<?")[0])  # noqa: S314 -- ours
    said = {each.tag: "".join(each.itertext()) for each in meta.iter()}
    assert "A goat is fed" in said[f"{IPTC_CORE}AltTextAccessibility"]
    assert said[f"{PLUS}ModelReleaseStatus"].endswith("/MR-LMR")
    for told in (b"Emeka", b"GPS", b"MinorModelAge", b"PersonInImage", outing["emeka"].encode()):
        assert told not in made.content
    assert b"Nadia Peeters" in made.content


def test_nothing_that_the_file_said_leaves_with_a_release_copy(
    door: Door, outing: dict[str, str]
) -> None:
    secrets = ["Ines Claimed", "Claimed Fair", "Claimed Face", "Claimed Maker", "trainedAlgo"]
    said = packet(
        bag("Iptc4xmpExt:PersonInImage", secrets[0])
        + in_languages("Iptc4xmpExt:Event", x_default=secrets[1])
        + region(secrets[2], "0.1", "0.2", "0.3", "0.4")
        + source("trainedAlgorithmicMedia")
    )
    talking = with_iim(with_xmp(_photo(3), said), iim((2, 80, secrets[3].encode())))
    people = [{"person_id": outing["emeka"]}]
    told = register(door, talking, depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    assert (secrets[0], secrets[3]) == (
        told["claims"]["people"][0]["name"],
        told["claims"]["creator"],
    )

    made = _made(door, told["id"], talking, alt_text="A goat is fed")

    everything = made.content.decode("latin-1") + str(made.headers)
    assert [] == [each for each in [*secrets, "PersonInImage", "ImageRegion"] if each in everything]


def test_what_was_released_is_recognised_again(door: Door, outing: dict[str, str]) -> None:
    made = _made(door, outing["photo"])

    found = check(door, made.content, channel="facebook")

    (picture,) = found["pictures"]
    assert ("publish", "verified_copy") == (found["answer"], picture["match"])
    assert outing["photo"] == picture["photo_id"]


def test_each_platform_gets_its_size(door: Door, outing: dict[str, str]) -> None:
    yes(door, outing["emeka"], version(door), channels=["instagram"])

    made = _made(door, outing["photo"], channel="instagram")

    with Image.open(BytesIO(made.content)) as opened:
        assert (1350, 900) == opened.size


def test_what_may_not_be_published_is_not_handed_out(door: Door, outing: dict[str, str]) -> None:
    form = version(door)
    door.post("/consents", saying_yes(outing["emeka"], form) | {"kind": "refused"})
    before = row_counts(door)

    problem = answered(_release(door, outing["photo"]), 409)

    assert "not-publishable" == problem["code"]
    after = row_counts(door)
    assert before["checks"] + 1 == after["checks"]
    assert "check:answered" == door.entries()[-1]["kind"]


def test_words_that_describe_it_name_nobody_without_a_yes(
    door: Door, outing: dict[str, str]
) -> None:
    adult(door, given_name="Ines")

    problem = answered(_release(door, outing["photo"], alt_text="Ines Dupont feeds a goat"), 409)

    assert "not-publishable" == problem["code"]


def test_only_the_registered_photo_itself_is_released(door: Door, outing: dict[str, str]) -> None:
    with Image.open(BytesIO(_photo())) as opened:
        copy = encode(opened, "JPEG", quality=60)
        same_pixels = encode(opened.convert("RGB"), "PNG")

    for other in (copy, _photo(2)):
        assert "image" == answered(_release(door, outing["photo"], other), 422)["field"]
    assert 200 == _release(door, outing["photo"], same_pixels).status_code


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"channel": "nowhere"}, "channel"),
        ({"channel": "unknown.example/page"}, "channel"),
        ({"alt_text": "goat\u202e"}, "alt_text"),
        ({"language": "französisch"}, "language"),
    ],
)
def test_what_cannot_be_used_is_named(
    door: Door, outing: dict[str, str], told: dict[str, str], field: str
) -> None:
    before = row_counts(door)

    assert field == answered(_release(door, outing["photo"], _photo(), **told), 422)["field"]
    assert before == row_counts(door)


def test_each_copy_has_its_line_and_its_check(door: Door, outing: dict[str, str]) -> None:
    made = _made(door, outing["photo"])

    lines = {each["kind"]: each for each in door.entries()[-2:]}
    line = lines["photo:released"]
    assert made.headers["obstat-check"] == line["payload"]["check_id"]
    assert (outing["photo"], 2048) == (line["payload"]["photo_id"], line["payload"]["width_px"])
    assert [outing["emeka"]] == line["person_ids"]


def test_it_takes_the_scope_to_check_and_a_photo(door: Door, outing: dict[str, str]) -> None:
    assert 403 == _release(door.with_key("photos:read"), outing["photo"]).status_code
    assert 404 == _release(door, NOBODY, b"?").status_code


def test_transparency_stays_in_a_png(door: Door, outing: dict[str, str]) -> None:
    layer = draw_scene(5, (800, 600)).convert("RGBA")
    layer.putalpha(Image.radial_gradient("L").resize((800, 600)))
    content = encode(layer, "PNG")
    people = [{"person_id": outing["emeka"]}]
    drawn = register(door, content, depictions=people, attestation=LOOKED, rights=OWN_PHOTO)

    made = _made(door, drawn["id"], content)

    assert "image/png" == made.headers["content-type"]
    with Image.open(BytesIO(made.content)) as opened:
        assert ("RGBA", (800, 600)) == (opened.mode, opened.size)
        assert "MR-LMR" in opened.info["XML:com.adobe.xmp"]
