"""
Somebody looked at a photo, and says what they saw.
"""

import pytest
from PIL.ImageFilter import GaussianBlur

from service.usecases.exports.compare_photos import PhotosTold
from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    photo_answer,
    photo_of_emeka,
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
    return photo_of_emeka(door)


def test_whoever_saw_somebody_else_says_so(door: Door, photo: str) -> None:
    door.post(f"/photos/{photo}/attestation", {"complete": False}, 200)

    assert "ask" == photo_answer(door, photo)


@pytest.mark.parametrize(("now", "count"), [({}, 1), ({"informed": True}, 0)])
def test_who_was_told_of_nothing_is_asked(door: Door, now: Json, count: int) -> None:
    channel(door, audience="service", photo_publisher="members")
    shown = [{"person_id": adult(door), "visibility": "ambience"}]
    told = LOOKED | {"informed": True}
    made = register(door, scene(2), depictions=shown, attestation=told, rights=OWN_PHOTO)["id"]
    door.post("/publications", {"photo_ids": [made], "channel": "facebook"})

    door.post(f"/photos/{made}/attestation", LOOKED | now, 200)

    assert count == len(door.get("/takedowns")["items"])


def test_the_picture_from_before_somebody_was_blurred_in_it_is_asked_about(door: Door) -> None:
    channel(door)
    people = [{"person_id": adult(door)}]
    yes(door, people[0]["person_id"], version(door))
    picture = draw_scene(1)
    before = encode(picture, "JPEG", quality=92)
    place = (300, 200, 311, 214)
    picture.paste(picture.crop(place).filter(GaussianBlur(2)), place)
    blurred = encode(picture, "JPEG", quality=90)
    looked = LOOKED | {"obscured": True}
    made = register(door, blurred, depictions=people, attestation=looked, rights=OWN_PHOTO)

    asked, known = (check(door, each, channel="facebook") for each in (before, blurred))

    assert ("ask", "verified_copy") == (asked["answer"], asked["pictures"][0]["match"])
    assert {"unknown_person"} == {each["code"] for each in asked["reasons"]}
    assert "publish" == known["answer"]

    again = door.post(f"/photos/{made['id']}/attestation", LOOKED, 200)

    assert again["attestation"]["obscured"], "the file is what it was"
    assert "ask" == check(door, before, channel="facebook")["answer"]


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


def test_a_key_of_before_somebody_looked_again_attests_nothing(door: Door, photo: str) -> None:
    path, stranger = f"/photos/{photo}/attestation", {"complete": False}
    door.post(path, stranger, 200, idempotency_key="stranger")
    door.post(path, LOOKED, 200)

    problem = door.post(path, stranger, 409, idempotency_key="stranger")
    assert "conflict" == problem["code"]
    door.post(path, stranger, 200, idempotency_key="stranger-again")
    assert "publish" != check(door, scene(1), channel="facebook")["answer"]


def test_what_a_program_wrote_that_knew_less_is_no_contradiction(door: Door, photo: str) -> None:
    told = [each for each in door.entries() if each["payload"].get("photo_id") == photo]
    for each in told:
        for later in ("obscured", "hidden_person_ids", "compared_photo_ids"):
            each["payload"].get("attestation", {}).pop(later, None)
        for one in each["payload"].get("depictions", ()):
            del one["region"]
    database = door.house.registry.keys.identify_key.database
    with database.look(door.organisation.id) as work:
        photos = PhotosTold(work)
        found = [
            each for number, entry in enumerate(told) for each in photos.compare(number, entry)
        ]
        found += photos.unlogged(set())

    assert {"photo:attested", "photo:depictions_recorded"} <= {each["kind"] for each in told}
    assert [] == found
