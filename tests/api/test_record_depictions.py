"""
Who is in a photo is recorded.
"""

import pytest

from service.decision.ids import PersonId
from service.usecases.organisations.operator import operator_of
from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    photo_answer,
    photo_of_emeka,
    refused,
    register,
    row_counts,
    scene,
    version,
    yes,
)

LOOKED = {"complete": True}


@pytest.fixture
def photo(door: Door) -> str:
    """
    Register a photo of Emeka, who says yes, attested and licensed; give its id.
    """
    return photo_of_emeka(door)


def test_new_people_make_the_old_look_stale(door: Door, photo: str) -> None:
    assert "publish" == photo_answer(door, photo)
    femi = adult(door, given_name="Femi")
    yes(door, femi, version(door, material=False))
    emeka = door.get(f"/photos/{photo}")["depictions"][0]

    body = {"depictions": [emeka, {"person_id": femi}]}
    story = door.post(f"/photos/{photo}/depictions", body, 200)

    assert (2, True) == (story["depictions_version"], story["attestation"]["stale"])
    assert "ask" == photo_answer(door, photo), "everybody says yes, but nobody has looked"

    attested = door.post(f"/photos/{photo}/attestation", LOOKED, 200)
    assert attested["attestation"]["stale"] is False
    assert "publish" == photo_answer(door, photo)


@pytest.mark.parametrize(("visibility", "count"), [("targeted", 1), ("crowd", 0)])
def test_who_is_more_than_one_of_a_crowd_is_asked(door: Door, visibility: str, count: int) -> None:
    channel(door, photo_publisher="members")
    femi = adult(door, given_name="Femi")
    shown = [{"person_id": femi, "visibility": "crowd"}]
    told: Json = {"attestation": LOOKED, "rights": OWN_PHOTO, "public_place": True}
    made = register(door, scene(2), depictions=shown, **told)["id"]
    door.post("/publications", {"photo_ids": [made], "channel": "facebook"})
    region = {"left": 0, "top": 0, "width": 100, "height": 100}

    body = {"depictions": [{"person_id": femi, "visibility": visibility, "region": region}]}
    door.post(f"/photos/{made}/depictions", body, 200)

    assert count == len(door.get("/takedowns")["items"])


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
    unit = door.unit()
    lea = door.person(memberships=[{"unit_id": unit}])
    emeka = door.get(f"/photos/{photo}")["depictions"][0]["person_id"]
    path, both = f"/photos/{photo}/depictions", [{"person_id": each} for each in (lea, emeka)]
    door.post(path, {"depictions": both}, 200)
    educator = door.with_key("photos:write", units=[unit])

    problem = refused(educator, path, {"depictions": [{"person_id": emeka}]})
    story = educator.post(path, {"depictions": []}, 200)

    assert "depictions.0.person_id" == problem["field"]
    assert [emeka] == [each["person_id"] for each in story["depictions"]], "they stay, unseen"


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


def test_who_was_taken_out_of_a_photo_that_is_live_may_still_say_no(door: Door, photo: str) -> None:
    page, emeka = (door.get(each)["items"][0]["id"] for each in ("/channels", "/people"))
    door.patch(f"/channels/{page}", {"photo_publisher": "members"})
    post = door.post("/publications", {"photo_ids": [photo], "channel": "facebook"})["id"]
    door.post(f"/photos/{photo}/depictions", {"depictions": []}, 200)
    assert [] == door.get("/takedowns")["items"]

    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    assert [post] == [each["publication_id"] for each in door.get("/takedowns")["items"]]


def test_who_was_taken_out_before_it_went_out_takes_nothing_down(door: Door, photo: str) -> None:
    page, emeka = (door.get(each)["items"][0]["id"] for each in ("/channels", "/people"))
    door.patch(f"/channels/{page}", {"photo_publisher": "members"})
    femi = adult(door, given_name="Femi")
    path, both = f"/photos/{photo}/depictions", [{"person_id": emeka}, {"person_id": femi}]
    door.post(path, {"depictions": both}, 200)
    door.post(path, {"depictions": both[:1]}, 200)
    door.post(f"/photos/{photo}/attestation", LOOKED, 200)
    door.post("/publications", {"photo_ids": [photo], "channel": "facebook"})

    database = door.house.registry.keys.identify_key.database
    aftermath = door.house.registry.holds.place_hold.aftermath
    with database.begin(door.organisation.id) as work:
        work.facts.keep_register()
        people = [PersonId(emeka), PersonId(femi)]
        aftermath.of_people(work, operator_of(door.organisation.id), people)
        work.commit()

    assert [] == door.get("/takedowns")["items"]
