"""
A publication is shared again.
"""

from datetime import datetime, timedelta

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    published_name,
    refused,
    register,
    row_counts,
    scene,
    version,
    yes,
)


@pytest.fixture
def posted(door: Door) -> Json:
    """
    Publish the name of Emeka on Facebook, beside a website; give the publication.
    """
    channel(door, photo_publisher="members")
    channel(door, "website", photo_publisher="members")
    yes(door, adult(door), version(door), channels=["facebook", "website"])
    return published_name(door)


@pytest.fixture
def pictured(door: Door, posted: Json) -> Json:
    """
    Publish a picture of Emeka on Facebook; give the publication.
    """
    people = [{"person_id": each} for each in posted["person_ids"]]
    told: Json = {"depictions": people, "attestation": {"complete": True}, "rights": OWN_PHOTO}
    photo = register(door, scene(1), **told)["id"]
    return door.post("/publications", {"photo_ids": [photo], "channel": "facebook"})


def _coming_down(door: Door) -> list[str]:
    return [each["publication_id"] for each in door.get("/takedowns")["items"]]


def _shared(door: Door, posted: Json, **told: object) -> Json:
    body = {"channel": "website", "where": "https://website.example/2"} | told
    return door.post(f"/publications/{posted['id']}/reshares", body)


def test_a_reshare_is_a_publication_with_the_people_of_the_first(door: Door, posted: Json) -> None:
    made = _shared(door, posted)

    assert made == door.get(f"/publications/{made['id']}")["publication"]
    assert [made["id"]] == door.get(f"/publications/{posted['id']}")["reshares"]
    assert (posted["id"], posted["person_ids"]) == (made["reshare_of"], made["person_ids"])
    kinds = {each["kind"] for each in door.entries()[-2:]}
    assert {"check:answered", "publication:reshared"} == kinds


def test_whoever_takes_it_back_reaches_what_was_shared_too(door: Door, posted: Json) -> None:
    made = _shared(door, posted)
    again = _shared(door, made, channel="facebook")
    (emeka,) = posted["person_ids"]

    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    tasks = [each["publication_id"] for each in door.get("/takedowns")["items"]]
    assert [posted["id"], made["id"], again["id"]] == tasks


def test_shared_where_nobody_was_asked_it_is_recorded_and_must_come_down(
    door: Door, posted: Json
) -> None:
    channel(door, "linkedin", photo_publisher="members")

    made = _shared(door, posted, channel="linkedin")

    assert [made["id"]] == [each["publication_id"] for each in door.get("/takedowns")["items"]]


def test_a_name_beside_a_picture_is_shared_with_it(door: Door) -> None:
    for page in ("facebook", "website"):
        channel(door, page, photo_publisher="members")
    lea, anne = door.person(), door.signatory()
    door.authority(lea, anne, sole=True, verified=True, basis="judgment", proof="2020/1")
    form = version(door, matters=["image", "name", "name_with_image"])
    parent = {"signatory_id": anne, "capacity": "parent"}
    apart: Json = {"matters": ["image", "name"], "channels": ["facebook", "website"]}
    yes(door, lea, form, **parent, **apart)
    yes(door, lea, form, **parent, matters=["name_with_image"])
    shown: Json = {"depictions": [{"person_id": lea}], "attestation": {"complete": True}}
    photo = register(door, scene(1), rights=OWN_PHOTO, **shown)["id"]
    body = {"photo_ids": [photo], "text": "Léa Dupont feeds a goat", "channel": "facebook"}
    posted = door.post("/publications", body)

    made = _shared(door, posted)

    assert [made["id"]] == [each["publication_id"] for each in door.get("/takedowns")["items"]]


@pytest.mark.parametrize("words", [{"names": ["Emeka Dupont"]}, {"text": "Emeka Dupont gagne."}])
def test_who_is_erased_comes_down_when_it_is_shared_after(
    door: Door, posted: Json, words: Json
) -> None:
    later = door.post("/publications", words | {"channel": "facebook"})
    (emeka,) = posted["person_ids"]
    door.delete(f"/people/{emeka}", 204)

    made = _shared(door, later)

    assert made["id"] in _coming_down(door)


@pytest.mark.parametrize("goes", ["person", "photo and person"])
def test_who_was_in_a_picture_and_is_erased_comes_down_too(
    door: Door, pictured: Json, goes: str
) -> None:
    door.delete(f"/people/{pictured['person_ids'][0]}", 204)
    if goes != "person":
        door.delete(f"/photos/{pictured['photo_ids'][0]}", 204)

    made = _shared(door, pictured)

    assert made["id"] in _coming_down(door)


def test_who_was_taken_out_of_a_picture_and_says_no_comes_down_when_shared(
    door: Door, pictured: Json
) -> None:
    (emeka,), (photo,) = pictured["person_ids"], pictured["photo_ids"]
    door.post(f"/photos/{photo}/depictions", {"depictions": []}, 200)
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    made = _shared(door, pictured)

    assert made["id"] in _coming_down(door)


def test_the_same_key_shares_once(door: Door, posted: Json) -> None:
    path, body = f"/publications/{posted['id']}/reshares", {"channel": "website"}
    first = door.post(path, body, idempotency_key="again")
    before = row_counts(door)

    assert first == door.post(path, body, idempotency_key="again")
    assert before == row_counts(door)


def test_a_key_shares_nothing_again_that_came_down(door: Door, posted: Json) -> None:
    path, body = f"/publications/{posted['id']}/reshares", {"channel": "website"}
    shared = door.post(path, body, idempotency_key="again")["id"]
    door.post(f"/publications/{shared}/take-down", {}, 200)

    assert "conflict" == door.post(path, body, 409, idempotency_key="again")["code"]
    assert shared != door.post(path, body, idempotency_key="anew")["id"]


def test_a_page_that_is_not_in_the_register_is_entered_there_first(
    door: Door, posted: Json
) -> None:
    path = f"/publications/{posted['id']}/reshares"

    assert "channel" == refused(door, path, {"channel": "https://elsewhere.example/1"})["field"]
    refused(door, f"/publications/{NOBODY}/reshares", {"channel": "website"}, 404)
    reader = door.with_key("publications:read")
    refused(reader, path, {"channel": "website"}, 403)


def test_it_is_shared_after_it_was_published_and_not_tomorrow(door: Door, posted: Json) -> None:
    published_at = datetime.fromisoformat(posted["published_at"])
    for wrong in (published_at - timedelta(seconds=1), published_at + timedelta(days=1)):
        body = {"channel": "website", "happened_at": wrong.isoformat()}
        problem = refused(door, f"/publications/{posted['id']}/reshares", body)

        assert ("impossible-dates", "happened_at") == (problem["code"], problem["field"])


def closed(door: Door, slug: str) -> None:
    """
    Close a channel.
    """
    (page,) = (each for each in door.get("/channels")["items"] if each["slug"] == slug)
    door.post(f"/channels/{page['id']}/close", status=200)


def test_shared_on_a_page_that_is_closed_it_must_come_down(door: Door, posted: Json) -> None:
    closed(door, "website")

    made = _shared(door, posted)

    assert [made["id"]] == _coming_down(door)


def test_what_was_shared_before_the_page_was_closed_stays(door: Door, posted: Json) -> None:
    _shared(door, posted)

    closed(door, "website")

    assert [] == _coming_down(door)


def test_shared_on_a_page_for_other_purposes_it_must_come_down(door: Door, posted: Json) -> None:
    (emeka,) = posted["person_ids"]
    jobs = channel(door, "jobs", photo_publisher="members")
    yes(door, emeka, version(door, material=False), channels=["jobs"])
    door.patch(f"/channels/{jobs}", {"purposes": ["recruitment"]})

    made = _shared(door, posted, channel="jobs")

    assert [made["id"]] == _coming_down(door)


def test_shared_after_somebody_left_it_must_come_down(door: Door, posted: Json) -> None:
    (emeka,) = posted["person_ids"]
    earlier = _shared(door, posted)
    door.patch(f"/people/{emeka}", {"left_on": "2026-01-01"})

    later = _shared(door, posted)

    assert [later["id"]] == _coming_down(door)
    assert earlier["id"] != later["id"]


@pytest.mark.parametrize("kind", ["crisis", "legal"])
def test_shared_while_nothing_may_go_out_it_must_come_down(
    door: Door, posted: Json, kind: str
) -> None:
    door.post("/holds", {"kind": kind})

    made = _shared(door, posted)
    before = _shared(door, posted, happened_at=posted["published_at"])

    assert [made["id"]] == _coming_down(door)
    assert before["id"] not in _coming_down(door)


def test_more_than_the_quota_is_shared_and_stays(door: Door, posted: Json) -> None:
    (page,) = (each for each in door.get("/channels")["items"] if each["slug"] == "website")
    door.patch(f"/channels/{page['id']}", {"quota": {"limit": 1, "window": "iso_week"}})

    _shared(door, posted)
    _shared(door, posted)

    assert [] == _coming_down(door)
