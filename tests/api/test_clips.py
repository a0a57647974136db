"""
Clips and documents are registered and asked about like photos.
"""

import pytest

from tests.api.door import Door, Json
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    image,
    register,
    row_counts,
    scene,
    send,
    version,
    yes,
)
from tests.fingerprint.drawing import draw_scene, encode
from tests.fingerprint.films import document, film, scenes, sound

SHOTS = scenes(201, 202, 203)
CLIP = film(SHOTS)
LEAFLET = document(
    [[(draw_scene(211), (40, 500, 320, 240))], [(draw_scene(212), (0, 0, 595, 842))]]
)
LOOKED = {"complete": True}
BOTH = ["image", "name", "voice"]


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Let Emeka say yes to photos and to video; give his id.
    """
    channel(door)
    person = adult(door)
    yes(door, person, version(door, matters=BOTH))
    return person


def _registered(door: Door, content: bytes, person: str) -> Json:
    people = [{"person_id": person}]
    return register(door, content, depictions=people, attestation=LOOKED, rights=OWN_PHOTO)


def test_a_registered_clip_may_be_published(door: Door, emeka: str) -> None:
    made = _registered(door, CLIP, emeka)
    found = check(door, CLIP, channel="facebook")

    assert ("mp4", ["moments_only"]) == (made["registered"]["photo"]["format"], made["notes"])
    (picture,) = found["pictures"]
    assert ("publish", "same_bytes", made["id"], [emeka]) == (
        found["answer"],
        picture["match"],
        picture["photo_id"],
        picture["people"],
    )


def test_a_clip_can_be_asked_about_by_its_id(door: Door, emeka: str) -> None:
    made = _registered(door, CLIP, emeka)
    by_id = {"photo_ids": [made["id"]], "channel": "facebook"}

    assert "publish" == door.post("/checks", by_id, 200)["answer"]


def test_a_yes_to_photos_alone_publishes_no_clip_but_a_still_of_it(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    made = _registered(door, CLIP, emeka)

    by_id = door.post("/checks", {"photo_ids": [made["id"]], "channel": "facebook"}, 200)
    for found in (check(door, CLIP, channel="facebook"), by_id):
        assert "ask" == found["answer"]
        assert [("never_asked", "voice")] == [
            (each["code"], each["matter"]) for each in found["reasons"]
        ]
    still = check(door, encode(SHOTS[1], "PNG"), channel="facebook")
    assert "voice" not in {each.get("matter") for each in still["reasons"]}


@pytest.mark.parametrize("second", [0, 1, 2])
def test_a_still_of_a_clip_finds_the_clip_and_the_second(
    door: Door, emeka: str, second: int
) -> None:
    made = _registered(door, CLIP, emeka)
    (picture,) = check(door, encode(SHOTS[second], "PNG"), channel="facebook")["pictures"]

    assert picture["match"] not in {"same_bytes", "none"}
    seen = picture if picture["photo_id"] else picture["resembles"][0]
    assert made["id"] == seen["photo_id"]
    assert {"registered": {"at_seconds": second}} in seen["places"]


def test_a_clip_finds_each_photo_in_it_and_says_when(door: Door, emeka: str) -> None:
    photos = [_registered(door, encode(SHOTS[each], "PNG"), emeka)["id"] for each in (0, 2)]
    found = check(door, CLIP, channel="facebook")

    (picture,) = found["pictures"]
    seen = {each["photo_id"]: each["places"] for each in picture["resembles"]}
    assert {
        photos[0]: [{"sent": {"at_seconds": 0}}],
        photos[1]: [{"sent": {"at_seconds": 2}}],
    } == seen
    assert ("ask", None) == (found["answer"], picture["photo_id"])


def test_a_clip_cut_anew_is_asked_about_and_never_published(door: Door, emeka: str) -> None:
    made = _registered(door, CLIP, emeka)
    found = check(door, film(SHOTS[1:]), channel="facebook")

    (picture,) = found["pictures"]
    (seen,) = picture["resembles"]
    assert ("ask", made["id"]) == (found["answer"], seen["photo_id"])
    assert {"sent": {"at_seconds": 0}, "registered": {"at_seconds": 1}} in seen["places"]
    assert seen["match"] in {"altered_copy", "similar"}


def test_a_no_is_heard_through_a_clip_that_only_resembles(door: Door, emeka: str) -> None:
    _registered(door, CLIP, emeka)
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    reasons = check(door, film(SHOTS[1:]), channel="facebook")["reasons"]
    assert {("withdrawn", "ask", emeka)} <= {
        (each["code"], each["effect"], each.get("person_id")) for each in reasons
    }


def test_photos_are_found_on_the_pages_of_a_document(door: Door, emeka: str) -> None:
    first = _registered(door, encode(draw_scene(211), "PNG"), emeka)["id"]
    second = _registered(door, encode(draw_scene(212), "PNG"), emeka)["id"]
    found = check(door, LEAFLET, channel="facebook")

    (picture,) = found["pictures"]
    seen = {each["photo_id"]: each["places"] for each in picture["resembles"]}
    assert {first: [{"sent": {"page": 1}}], second: [{"sent": {"page": 2}}]} == seen
    assert "ask" == found["answer"]


def test_a_registered_document_may_be_published_as_it_is(door: Door, emeka: str) -> None:
    made = _registered(door, LEAFLET, emeka)
    found = check(door, LEAFLET, channel="facebook")
    photo = check(door, encode(draw_scene(211), "JPEG"), channel="facebook")

    assert ("publish", made["id"]) == (found["answer"], found["pictures"][0]["photo_id"])
    (picture,) = photo["pictures"]
    seen = picture if picture["photo_id"] else picture["resembles"][0]
    assert {"registered": {"page": 1}} in seen["places"]


def test_black_moments_and_blank_pages_are_like_no_other(door: Door, emeka: str) -> None:
    black = draw_scene(1, SHOTS[0].size).point(lambda _: 0)
    _registered(door, film([black, SHOTS[0]]), emeka)

    (picture,) = check(door, film([black, SHOTS[1]]), channel="facebook")["pictures"]
    assert ("none", []) == (picture["match"], picture["resembles"])


def test_one_clip_is_not_registered_twice(door: Door, emeka: str) -> None:
    _registered(door, CLIP, emeka)
    before = row_counts(door)

    assert "already-exists" == send(door, "/photos", [image(CLIP)]).json()["code"]
    assert before == row_counts(door)


def test_a_clip_is_one_photo_in_lists_and_in_the_log(door: Door, emeka: str) -> None:
    made = _registered(door, CLIP, emeka)

    assert [made["id"]] == [each["id"] for each in door.get("/photos")["items"]]
    kinds = [each["kind"] for each in door.entries()]
    assert 1 == kinds.count("photo:registered")
    (payload,) = [e["payload"] for e in door.entries() if e["kind"] == "photo:registered"]
    assert ("mp4", 3) == (payload["format"], payload["stills"])


def test_an_erased_clip_is_found_by_no_still(door: Door, emeka: str) -> None:
    made = _registered(door, CLIP, emeka)
    door.knock("DELETE", f"/photos/{made['id']}")

    for content in (CLIP, encode(SHOTS[1], "PNG"), film(SHOTS[1:])):
        assert "none" == check(door, content, channel="facebook")["pictures"][0]["match"]


def test_a_still_is_nobodys_to_speak_of(door: Door, emeka: str) -> None:
    made = _registered(door, CLIP, emeka)
    still = f"{made['id']}:t0.0"

    assert 404 == door.knock("GET", f"/photos/{still}").status_code
    asked = door.knock("POST", "/checks", {"photo_ids": [still], "channel": "facebook"})
    assert asked.status_code in {400, 422}


def test_a_checker_learns_when_and_not_who(door: Door, emeka: str) -> None:
    _registered(door, CLIP, emeka)
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    found = check(door.with_key("checks"), film(SHOTS[1:]), channel="facebook")

    assert emeka not in str(found)
    assert found["pictures"][0]["resembles"][0]["places"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(CLIP[:-200], "truncated"), (sound(), "no_pictures"), (LEAFLET[:-200], "truncated")],
)
def test_what_cannot_be_looked_at_is_refused_and_no_answer(
    door: Door, content: bytes, reason: str
) -> None:
    before = row_counts(door)
    problem = check(door, content, status=422)

    assert ("bad-image", reason) == (problem["code"], problem["reason"])
    assert before == row_counts(door)


def test_a_clip_and_a_photo_are_asked_about_in_one_post(door: Door, emeka: str) -> None:
    _registered(door, CLIP, emeka)
    found = check(door, scene(9), CLIP, channel="facebook")

    assert ["none", "same_bytes"] == [each["match"] for each in found["pictures"]]
