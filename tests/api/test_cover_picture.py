"""
A picture with somebody who refused is covered, looked at, and may be published then.
"""

import json
from io import BytesIO
from typing import Any

import pytest
from httpx import Response
from PIL import Image

from service.decision.ids import DraftId, PhotoId
from service.decision.photos import Cover, CoverKind, Region
from service.errors import BadImage, InvalidInput, NotFound
from service.usecases.checks import Upload
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
    scene,
    send,
    version,
    yes,
)
from tests.fingerprint.drawing import draw_scene, encode, encode_turned

LOOKED = {"complete": True}
HIDDEN = LOOKED | {"nobody_under_covers": True}
LEFT_SIDE = {"left": 50, "top": 200, "width": 200, "height": 600}
RIGHT_SIDE = {"left": 750, "top": 200, "width": 200, "height": 600}
ON_THE_RIGHT = [{"kind": "pixelate", "region": RIGHT_SIDE}]
WITHOUT_THE_RIGHT = [
    {"kind": "crop", "region": {"left": 0, "top": 0, "width": 700, "height": 1000}}
]
PHOTO = encode(draw_scene(1, (1200, 900)), "JPEG", quality=92)


@pytest.fixture
def outing(door: Door) -> dict[str, str]:
    """
    Register a photo of Emeka, who says yes, and Ines, who says no; give their ids.
    """
    channel(door)
    form = version(door)
    left, right = adult(door), adult(door, given_name="Ines")
    yes(door, left, form)
    door.post("/consents", saying_yes(right, form) | {"kind": "refused"})
    people = [
        {"person_id": left, "region": LEFT_SIDE},
        {"person_id": right, "region": RIGHT_SIDE},
    ]
    made = register(door, PHOTO, depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    return {"photo": made["id"], "left": left, "right": right}


def _sent(door: Door, content: bytes, covers: object) -> Response:
    return send(door, "/coverings", [image(content)], covers=json.dumps({"covers": covers}))


def _covered(door: Door, covers: object) -> bytes:
    response = _sent(door, PHOTO, covers)
    assert (200, "image/jpeg") == (response.status_code, response.headers["content-type"])
    assert 'attachment; filename="covered"' == response.headers["content-disposition"]
    return response.content


def _register(door: Door, outing: dict[str, str], content: bytes, **told: object) -> dict[str, Any]:
    made_of = {"photo_id": outing["photo"], "covers": ON_THE_RIGHT}
    people = [{"person_id": outing["left"], "region": LEFT_SIDE}]
    common: dict[str, Any] = {"derived_from": made_of, "depictions": people, "rights": OWN_PHOTO}
    made: dict[str, Any] = register(door, content, **(common | {"attestation": HIDDEN} | told))
    return made


def _asked(door: Door, content: bytes) -> str:
    found: str = check(door, content, channel="facebook")["answer"]
    return found


@pytest.mark.parametrize("covers", [ON_THE_RIGHT, WITHOUT_THE_RIGHT], ids=["pixels", "crop"])
def test_a_covered_and_attested_photo_may_be_published(
    door: Door, outing: dict[str, str], covers: list[object]
) -> None:
    covered = _covered(door, covers)
    assert "ask" == _asked(door, covered)

    made_of = {"photo_id": outing["photo"], "covers": covers}
    made = _register(door, outing, covered, derived_from=made_of)

    assert "publish" == _asked(door, covered)
    assert made_of == made["registered"]["photo"]["derived_from"]
    assert [outing["right"]] == made["registered"]["attestation"]["hidden_person_ids"]
    assert "do_not_publish" == _asked(door, PHOTO)


def test_a_chat_makes_a_copy_of_the_covered_photo_no_less_publishable(
    door: Door, outing: dict[str, str]
) -> None:
    covered = _covered(door, ON_THE_RIGHT)
    _register(door, outing, covered)
    with Image.open(BytesIO(covered)) as opened:
        copy = encode(opened.resize((800, 600)), "JPEG", quality=70)
    with Image.open(BytesIO(PHOTO)) as opened:
        uncovered = encode(opened.resize((800, 600)), "JPEG", quality=70)

    assert "publish" == _asked(door, copy)
    assert "do_not_publish" == _asked(door, uncovered)


def test_covering_is_not_enough_somebody_must_look(door: Door, outing: dict[str, str]) -> None:
    covered = _covered(door, ON_THE_RIGHT)

    made = _register(door, outing, covered, attestation=LOOKED)
    assert "ask" == _asked(door, covered)

    door.post(f"/photos/{made['id']}/attestation", HIDDEN, 200)
    assert "publish" == _asked(door, covered)


def test_a_face_too_small_to_tell_copies_apart_is_asked_about(
    door: Door, outing: dict[str, str]
) -> None:
    tiny = {"left": 820, "top": 500, "width": 4, "height": 5}
    people = [{"person_id": outing["right"], "region": tiny}]
    door.post(f"/photos/{outing['photo']}/depictions", {"depictions": people}, 200)
    door.post(f"/photos/{outing['photo']}/attestation", LOOKED, 200)
    covers = [{"kind": "fill", "region": tiny}]
    covered = _covered(door, covers)
    made_of = {"photo_id": outing["photo"], "covers": covers}
    _register(door, outing, covered, derived_from=made_of, depictions=[])
    with Image.open(BytesIO(PHOTO)) as opened:
        uncovered = encode(opened.resize((640, 480)), "JPEG", quality=60)

    assert "publish" == _asked(door, covered)
    assert "publish" != _asked(door, uncovered)


def test_who_is_found_in_the_first_photo_later_is_asked_about(
    door: Door, outing: dict[str, str]
) -> None:
    covered = _covered(door, ON_THE_RIGHT)
    made = _register(door, outing, covered)
    dora = adult(door, given_name="Dora")
    people = [{"person_id": each} for each in (outing["left"], outing["right"], dora)]
    door.post(f"/photos/{outing['photo']}/depictions", {"depictions": people}, 200)

    assert "ask" == _asked(door, covered)

    door.post(f"/photos/{made['id']}/attestation", HIDDEN, 200)
    assert "publish" == _asked(door, covered)


def test_nobody_is_said_to_be_covered_who_is_not(door: Door, outing: dict[str, str]) -> None:
    covered = _covered(door, ON_THE_RIGHT)
    before = row_counts(door)

    problem = register(
        door,
        covered,
        422,
        derived_from={"photo_id": outing["photo"], "covers": ON_THE_RIGHT},
        attestation=HIDDEN,
    )

    assert "nobody_under_covers" == problem["field"]
    assert before == row_counts(door)


@pytest.mark.parametrize(
    ("made_of", "field"),
    [
        ({"photo_id": NOBODY, "covers": ON_THE_RIGHT}, "derived_from.photo_id"),
        ({"covers": []}, "derived_from.covers"),
        ({"covers": WITHOUT_THE_RIGHT * 2}, "derived_from.covers"),
    ],
)
def test_what_it_is_made_of_must_be_known(
    door: Door, outing: dict[str, str], made_of: dict[str, object], field: str
) -> None:
    told = {"photo_id": outing["photo"], **made_of}

    assert field == register(door, scene(3), 422, derived_from=told)["field"]


@pytest.mark.parametrize(
    ("covers", "field"),
    [
        ([], "covers"),
        (WITHOUT_THE_RIGHT * 2, "covers"),
        ([{"kind": "fill", "region": LEFT_SIDE | {"width": 960}}], "covers.0.region"),
        ([{"kind": "blur", "region": LEFT_SIDE}], "covers.covers.0.kind"),
        ([{"kind": "fill", "region": LEFT_SIDE}] * 101, "covers"),
    ],
)
def test_what_cannot_be_covered_is_named(door: Door, covers: list[object], field: str) -> None:
    assert field == answered(_sent(door, PHOTO, covers), 422)["field"]


def test_what_comes_back_is_upright_and_says_nothing_of_the_file(door: Door) -> None:
    turned = encode_turned(draw_scene(2), 6, "JPEG", comment=b"Ines at the farm")

    response = _sent(door, turned, ON_THE_RIGHT)

    with Image.open(BytesIO(response.content)) as opened:
        assert ((640, 480), 0) == (opened.size, len(opened.getexif()))
    assert b"Ines" not in response.content


def test_only_one_picture_is_covered(door: Door) -> None:
    frames = [draw_scene(seed, (64, 64)) for seed in (1, 2)]
    film = encode(frames[0], "GIF", save_all=True, append_images=frames[1:])

    assert "not_one_picture" == answered(_sent(door, film, ON_THE_RIGHT), 422)["reason"]


def test_the_ledger_says_what_a_photo_is_made_of(door: Door, outing: dict[str, str]) -> None:
    _register(door, outing, _covered(door, ON_THE_RIGHT))

    lines = {each["kind"]: each for each in door.entries()[-4:]}
    registered, attested = lines["photo:registered"], lines["photo:attested"]
    assert [outing["photo"]] == registered["payload"]["lineage"]["ancestor_ids"]
    assert {outing["left"], outing["right"]} == set(attested["person_ids"])


def test_a_draft_is_covered_twice_and_knows_the_first_photo(
    door: Door, outing: dict[str, str]
) -> None:
    registry = door.house.registry
    caller = registry.keys.identify_key(door.key)
    first = registry.drafts.add_draft(caller, Upload(PHOTO, "Outing.jpeg"))
    cut = Cover(CoverKind.CROP, Region(500, 0, 500, 1000))
    face = Cover(CoverKind.FILL, Region(500, 200, 400, 600))

    once = registry.drafts.cover_draft(caller, first.id, [cut])
    twice = registry.drafts.cover_draft(caller, once.id, [face])

    assert (PhotoId(outing["photo"]), first.id, (cut,)) == (
        once.derived_from,
        once.made_from_id,
        once.covers,
    )
    assert (PhotoId(outing["photo"]), "Outing.jpg") == (twice.derived_from, twice.filename)
    assert (cut, Cover(CoverKind.FILL, Region(750, 200, 200, 600))) == twice.covers
    kept = registry.drafts.get_draft(caller, twice.id).content
    with Image.open(BytesIO(kept)) as opened:
        assert (600, 900) == opened.size
    assert 3 == len(registry.drafts.list_drafts(caller))


def test_a_draft_that_cannot_be_covered_stays_as_it_is(door: Door) -> None:
    registry = door.house.registry
    caller = registry.keys.identify_key(door.key)
    draft = registry.drafts.add_draft(caller, Upload(PHOTO))
    frames = [draw_scene(seed, (64, 64)) for seed in (1, 2)]
    film = encode(frames[0], "GIF", save_all=True, append_images=frames[1:])
    moving = registry.drafts.add_draft(caller, Upload(film))

    with pytest.raises(InvalidInput):
        registry.drafts.cover_draft(caller, draft.id, [])
    with pytest.raises(NotFound):
        registry.drafts.cover_draft(caller, DraftId(NOBODY), [])
    with pytest.raises(BadImage):
        registry.drafts.cover_draft(
            caller, moving.id, [Cover(CoverKind.FILL, Region(0, 0, 1000, 1000))]
        )
    assert [moving, draft] == list(registry.drafts.list_drafts(caller))
