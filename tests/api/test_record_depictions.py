"""
Who is in a photo is recorded, and somebody looks.
"""

import pytest

from tests.api.door import NOBODY, Door
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    refused,
    register,
    row_counts,
    scene,
    version,
    yes,
)
from tests.fingerprint.drawing import draw_scene, encode

LOOKED = {"complete": True}


@pytest.fixture
def photo(door: Door) -> str:
    """
    Register a photo of Emeka, who says yes, attested and licensed; give its id.
    """
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    made = register(
        door, scene(1), depictions=[{"person_id": emeka}], attestation=LOOKED, rights=OWN_PHOTO
    )
    found: str = made["id"]
    return found


def _answer(door: Door, photo_id: str) -> str:
    body = {"photo_ids": [photo_id], "channel": "facebook"}
    found: str = door.post("/checks", body, 200)["answer"]
    return found


def test_new_people_make_the_old_look_stale(door: Door, photo: str) -> None:
    assert "publish" == _answer(door, photo)
    femi = adult(door, given_name="Femi")
    yes(door, femi, version(door, material=False))
    emeka = door.get(f"/photos/{photo}")["depictions"][0]

    body = {"depictions": [emeka, {"person_id": femi}]}
    story = door.post(f"/photos/{photo}/depictions", body, 200)

    assert (2, True) == (story["depictions_version"], story["attestation"]["stale"])
    assert "ask" == _answer(door, photo), "everybody says yes, but nobody has looked"

    attested = door.post(f"/photos/{photo}/attestation", LOOKED, 200)
    assert attested["attestation"]["stale"] is False
    assert "publish" == _answer(door, photo)


def test_naming_the_same_people_changes_nothing(door: Door, photo: str) -> None:
    people = door.get(f"/photos/{photo}")["depictions"]
    before = row_counts(door)

    door.post(f"/photos/{photo}/depictions", {"depictions": people}, 200)

    assert before == row_counts(door)


def test_nobody_is_lost_whom_somebody_else_added_meanwhile(door: Door, photo: str) -> None:
    path = f"/photos/{photo}/depictions"
    door.post(path, {"depictions": [], "depictions_version": 1}, 200)

    problem = refused(door, path, {"depictions": [], "depictions_version": 1}, 409)

    assert ("conflict", "depictions_version") == (problem["code"], problem["field"])


@pytest.mark.parametrize(
    ("depictions", "field"),
    [
        ([{"person_id": NOBODY}], "depictions.0.person_id"),
        ([{"person_id": NOBODY, "region": {}}], "depictions.0.region.left"),
    ],
)
def test_what_cannot_be_used_is_named(
    door: Door, photo: str, depictions: list[object], field: str
) -> None:
    before = row_counts(door)
    response = door.knock("POST", f"/photos/{photo}/depictions", {"depictions": depictions})

    assert field == response.json()["field"]
    assert before == row_counts(door)


def test_a_key_of_one_unit_names_its_people_only(door: Door, photo: str) -> None:
    educator = door.with_key("photos:write", units=[door.unit()])
    body = {"depictions": [{"person_id": adult(door)}]}

    problem = refused(educator, f"/photos/{photo}/depictions", body)

    assert "depictions.0.person_id" == problem["field"]


def test_whoever_saw_somebody_else_says_so(door: Door, photo: str) -> None:
    door.post(f"/photos/{photo}/attestation", {"complete": False}, 200)

    assert "ask" == _answer(door, photo)


def test_a_look_at_other_people_than_those_named_now_is_refused(door: Door, photo: str) -> None:
    body = LOOKED | {"depictions_version": 7}

    problem = refused(door, f"/photos/{photo}/attestation", body, 409)

    assert ("conflict", "depictions_version") == (problem["code"], problem["field"])


def test_a_photo_is_compared_with_others_that_exist(door: Door, photo: str) -> None:
    for compared in (NOBODY, photo):
        body = LOOKED | {"compared_photo_ids": [compared]}

        problem = refused(door, f"/photos/{photo}/attestation", body)
        assert "compared_photo_ids" == problem["field"]


def test_a_comparison_settles_the_doubt_about_a_likeness(door: Door, photo: str) -> None:
    grace = adult(door, given_name="Grace")
    door.post("/consents/withdraw", {"person_id": grace, "signatory_id": grace})
    likeness = encode(draw_scene(1), "JPEG", quality=40)
    people = [{"person_id": grace}]
    other = register(door, likeness, depictions=people, attestation=LOOKED)["id"]
    doubted = check(door, scene(1), channel="facebook")

    body = LOOKED | {"compared_photo_ids": [other]}
    story = door.post(f"/photos/{photo}/attestation", body, 200)

    assert "ask" == doubted["answer"], "a refused person may be in a photo that looks like it"
    assert [other] == [each["photo_id"] for each in doubted["pictures"][0]["resembles"]]
    assert [other] == story["attestation"]["compared_photo_ids"]
    assert "publish" == check(door, scene(1), channel="facebook")["answer"]


def test_the_same_key_attests_once(door: Door, photo: str) -> None:
    path = f"/photos/{photo}/attestation"
    first = door.post(path, LOOKED, 200, idempotency_key="look")
    before = row_counts(door)

    assert first == door.post(path, LOOKED, 200, idempotency_key="look")
    assert before == row_counts(door)


def test_rights_are_recorded_in_place_of_earlier_ones(door: Door, photo: str) -> None:
    path = f"/photos/{photo}/rights"
    story = door.post(path, {"source": "family"}, 200)
    before = row_counts(door)

    assert story == door.post(path, {"source": "family"}, 200)
    assert before == row_counts(door), "saying it again changes nothing"
    assert ("family", "") == (story["rights"]["source"], story["rights"]["creator"])
    assert "ask" == _answer(door, photo)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"licence_from_on": "2026-01-02", "licence_until_on": "2026-01-01"}, "licence_until_on"),
        ({"licence_channel_ids": [NOBODY]}, "licence_channel_ids"),
        ({"credit_line": "©\u0000"}, "credit_line"),
    ],
)
def test_rights_that_cannot_be_are_named(
    door: Door, photo: str, told: dict[str, object], field: str
) -> None:
    problem = refused(door, f"/photos/{photo}/rights", OWN_PHOTO | told)

    assert f"rights.{field}" == problem["field"]


def test_an_unknown_photo_is_not_there(door: Door, photo: str) -> None:
    assert photo
    for verb, body in (
        ("depictions", {"depictions": []}),
        ("attestation", LOOKED),
        ("rights", OWN_PHOTO),
    ):
        refused(door, f"/photos/{NOBODY}/{verb}", body, 404)


def test_it_takes_the_scope_to_write_photos(door: Door, photo: str) -> None:
    reader = door.with_key("photos:read")
    for verb, body in (
        ("depictions", {"depictions": []}),
        ("attestation", LOOKED),
        ("rights", OWN_PHOTO),
    ):
        refused(reader, f"/photos/{photo}/{verb}", body, 403)
