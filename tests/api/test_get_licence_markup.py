"""
A web page says of a photo whose it is, as the released file does, and nothing else.
"""

import json
from io import BytesIO
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from PIL import ExifTags, Image

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, channel, image, register, send, version, yes
from tests.fingerprint.drawing import draw_scene, encode

PHOTO = encode(draw_scene(61, (900, 600)), "JPEG", quality=92)
RIGHTS = {
    "source": "staff",
    "creator": "Nadia Peeters",
    "owner": "Les Jacinthes asbl",
    "licence": "CC BY-SA 4.0",
    "credit_line": "Photo: Nadia Peeters </script><!-- & Les Jacinthes",
}
BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"
BEGINS, ENDS = '<script type="application/ld+json">\n', "\n</script>"


def _photo(door: Door, rights: dict[str, Any] | None = RIGHTS) -> str:
    channel(door)
    emeka = adult(door, given_name="Emeka")
    yes(door, emeka, version(door))
    people = [{"person_id": emeka}]
    words: Json = {"rights": rights} if rights else {}
    made = register(door, PHOTO, depictions=people, attestation={"complete": True}, **words)
    found: str = made["id"]
    return found


def _markup(door: Door, photo_id: str, address: str = "") -> Json:
    asked = f"?content_url={quote(address)}" if address else ""
    return door.get(f"/photos/{photo_id}/licence-markup{asked}")


def test_a_photo_is_described_for_search_engines(door: Door) -> None:
    told = _markup(door, _photo(door), "https://www.jacinthes.example/goat.jpg")

    assert told["json_ld"] == {
        "@context": "https://schema.org/",
        "@type": "ImageObject",
        "contentUrl": "https://www.jacinthes.example/goat.jpg",
        "creator": {"@type": "Person", "name": "Nadia Peeters"},
        "creditText": RIGHTS["credit_line"],
        "copyrightNotice": "© Les Jacinthes asbl",
        "license": BY_SA,
    }
    assert told["has_address"]


def test_no_value_ends_the_element_it_stands_in(door: Door) -> None:
    told = _markup(door, _photo(door))

    script = told["script"]
    inside = script.removeprefix(BEGINS).removesuffix(ENDS)
    assert script == BEGINS + inside + ENDS
    assert not set("<>&") & set(inside)
    assert told["json_ld"] == json.loads(inside)
    assert ("ADDRESS-OF-THE-PICTURE", False) == (
        told["json_ld"]["contentUrl"],
        told["has_address"],
    )


def test_nobody_who_is_shown_is_named(door: Door) -> None:
    assert "Emeka" not in _markup(door, _photo(door))["script"]


def test_it_says_the_same_as_the_released_file(door: Door) -> None:
    photo_id = _photo(door)
    told = _markup(door, photo_id)["json_ld"]

    path = f"/photos/{photo_id}/release-copies"
    released = send(door, path, [image(PHOTO)], None, channel="facebook")

    assert 200 == released.status_code, released.text
    with Image.open(BytesIO(released.content)) as opened:
        packet, exif = opened.info["xmp"].decode(), opened.getexif()
    meta = ET.fromstring(packet.partition("?>")[2].rpartition("<?")[0])  # noqa: S314 -- ours
    said = {each.tag.partition("}")[2]: "".join(each.itertext()) for each in meta.iter()}
    assert told["creator"]["name"] == said["creator"] == exif[ExifTags.Base.Artist]
    assert told["copyrightNotice"] == said["rights"]
    assert (told["creditText"], told["license"]) == (said["Credit"], said["WebStatement"])


@pytest.mark.parametrize(
    ("licence", "page"),
    [
        ("as at https://www.jacinthes.example/terms.", "https://www.jacinthes.example/terms"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("cc by 4.0 international", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("employment contract", None),
        ("javascript:alert(1)", None),
        ("CC BY", None),
        ("Licence: CC BY 2.5", "https://creativecommons.org/licenses/by/2.5/"),
        ("CC BY 3.0 BE", None),
        ("CC BY 7.0", None),
        ("all rights reserved, not CC BY 4.0", None),
        ("no CC0", None),
    ],
)
def test_a_licence_is_an_address_or_words(door: Door, licence: str, page: str | None) -> None:
    told = _markup(door, _photo(door, RIGHTS | {"licence": licence}))["json_ld"]

    assert page == told.get("license")
    words = None if page else {"@type": "CreativeWork", "text": licence}
    assert words == told.get("usageInfo")


@pytest.mark.parametrize(
    "period", [{"licence_until_on": "2020-01-01"}, {"licence_from_on": "2090-01-01"}]
)
def test_a_licence_that_ended_or_has_not_begun_is_not_offered(
    door: Door, period: dict[str, str]
) -> None:
    told = _markup(door, _photo(door, RIGHTS | period))

    assert "Nadia Peeters" == told["json_ld"]["creator"]["name"]
    assert not {"license", "usageInfo"} & told["json_ld"].keys()


def test_an_agency_is_no_person(door: Door) -> None:
    told = _markup(door, _photo(door, RIGHTS | {"source": "agency"}))["json_ld"]

    assert "Organization" == told["creator"]["@type"]


@pytest.mark.parametrize("rights", [None, {"source": "own"}, {"source": "own", "licence": "?"}])
def test_nothing_is_said_of_a_photo_of_unknown_rights(
    door: Door, rights: dict[str, str] | None
) -> None:
    path = f"/photos/{_photo(door, rights)}/licence-markup"

    assert "conflict" == door.get(path, 409)["code"]


@pytest.mark.parametrize("address", ["goat.jpg", "javascript:alert(1)", "https://", "http://[1"])
def test_what_is_no_address_is_refused(door: Door, address: str) -> None:
    path = f"/photos/{_photo(door)}/licence-markup?content_url={quote(address)}"

    assert "content_url" == door.get(path, 422)["field"]


def test_it_takes_the_scope_to_read_photos_and_a_photo(door: Door) -> None:
    path = f"/photos/{_photo(door)}/licence-markup"

    assert "not-allowed" == door.with_key("checks").get(path, 403)["code"]
    assert "not-found" == door.get(f"/photos/{NOBODY}/licence-markup", 404)["code"]
