"""
When somebody may no longer be shown, what is live of them must come down.
"""

from datetime import datetime, timedelta

import pytest

from tests.api.door import Door, Json
from tests.api.office import (
    adult,
    channel,
    photo_of_emeka,
    published_name,
    taking_down,
    version,
    yes,
)


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Let Emeka say yes to a page where everybody may publish; give his id.
    """
    channel(door, photo_publisher="members")
    person_id = adult(door)
    yes(door, person_id, version(door))
    return person_id


def _open(door: Door) -> list[Json]:
    found: list[Json] = door.get("/takedowns")["items"]
    return found


def _published_photo(door: Door) -> tuple[str, str]:
    """
    Publish the photo of Emeka on Facebook; give the ids of photo and publication.
    """
    photo_id = photo_of_emeka(door)
    (page,) = door.get("/channels")["items"]
    door.patch(f"/channels/{page['id']}", {"photo_publisher": "members"})
    body = {"photo_ids": [photo_id], "channel": "facebook", "where": "https://f.example/1"}
    return photo_id, door.post("/publications", body)["id"]


def test_whoever_takes_it_back_makes_every_publication_a_task(door: Door, emeka: str) -> None:
    posts = [published_name(door)["id"] for _ in range(3)]

    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    assert posts == [each["publication_id"] for each in _open(door)]
    # What is written at one instant stands in any order: the receipt, and what is told.
    at_once = {each["kind"] for each in door.entries()[-4:]}
    follows = {"takedown:opened", "staff:notified"}
    assert {"consent:withdrawn", "family:receipt_issued"} | follows == at_once


def test_a_task_says_what_to_do_until_when_and_whose_it_is(door: Door) -> None:
    _, post = _published_photo(door)
    (emeka,) = door.get("/people")["items"]

    task = door.get(f"/takedowns/{taking_down(door, emeka['id'])}")

    opened_at, due_at = (datetime.fromisoformat(task[name]) for name in ("opened_at", "due_at"))
    assert (post, "https://f.example/1", "Our page") == (
        task["publication_id"],
        task["where"],
        task["channel_name"],
    )
    assert ["remove_post", "find_reshares", "clear_caches"] == task["steps"]
    assert timedelta(hours=24) == due_at - opened_at
    assert "Nadia Peeters" == task["owner"]["name"] == task["turn_to"]["name"]


def test_a_task_never_says_of_whom_it_is_nor_why(door: Door, emeka: str) -> None:
    published_name(door)

    task = door.get(f"/takedowns/{taking_down(door, emeka)}")

    assert "not_cleared" == task["cause"]
    assert emeka not in str(task)
    assert "withdrawn" not in str(task)
    assert "Emeka" not in str(task)


def test_a_no_to_another_channel_takes_nothing_down(door: Door, emeka: str) -> None:
    published_name(door)
    channel(door, "website")
    body = {"person_id": emeka, "signatory_id": emeka, "channels": ["website"]}

    door.post("/consents/withdraw", body)

    assert [] == _open(door)


def test_a_no_to_the_name_leaves_the_picture_where_it_is(door: Door) -> None:
    _published_photo(door)
    (emeka,) = door.get("/people")["items"]
    body = {"person_id": emeka["id"], "signatory_id": emeka["id"], "matters": ["name"]}

    door.post("/consents/withdraw", body)
    assert [] == _open(door)

    door.post("/consents/withdraw", body | {"matters": ["image"]})
    assert 1 == len(_open(door))


@pytest.mark.parametrize("kind", ["refused", "deferred"])
def test_a_no_and_a_not_now_after_a_yes_take_down_as_well(
    door: Door, emeka: str, kind: str
) -> None:
    published_name(door)
    (form,) = door.get("/forms")["items"]
    (shown,) = door.get(f"/forms/{form['id']}")["versions"]

    yes(door, emeka, shown["id"], kind=kind)

    assert 1 == len(_open(door))


def test_a_yes_that_was_void_takes_down(door: Door, emeka: str) -> None:
    assert emeka in published_name(door)["person_ids"]
    (act,) = door.get("/consents")["items"]

    door.post(f"/consents/{act['id']}/invalidate", {"note": "Signed by somebody else."})

    assert 1 == len(_open(door))


def test_a_hold_on_a_person_takes_down_and_one_on_the_house_does_not(
    door: Door, emeka: str
) -> None:
    published_name(door)

    door.post("/holds", {"kind": "crisis"})
    assert [] == _open(door)

    door.post("/holds", {"kind": "safeguarding", "person_id": emeka})
    assert 1 == len(_open(door))


def test_a_hold_on_a_photo_takes_it_down(door: Door) -> None:
    photo_id, post = _published_photo(door)

    door.post("/holds", {"kind": "objection", "photo_id": photo_id})

    assert [post] == [each["publication_id"] for each in _open(door)]


def test_whoever_is_found_in_a_live_photo_later_and_never_said_yes_takes_it_down(
    door: Door,
) -> None:
    photo_id, post = _published_photo(door)
    (emeka,) = door.get("/people")["items"]
    lea = door.person()
    people = {"depictions": [{"person_id": emeka["id"]}, {"person_id": lea}]}

    door.post(f"/photos/{photo_id}/depictions", people, 200)

    assert [post] == [each["publication_id"] for each in _open(door)]
    assert [post] == [each["id"] for each in door.get(f"/publications?person_id={lea}")["items"]]


def test_what_is_live_of_somebody_who_is_erased_must_come_down(door: Door, emeka: str) -> None:
    published_name(door)

    door.delete(f"/people/{emeka}", 204)

    assert 1 == len(_open(door))


def test_what_came_down_already_is_no_task(door: Door, emeka: str) -> None:
    post = published_name(door)
    door.post(f"/publications/{post['id']}/take-down", {}, 200)

    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    assert [] == _open(door)


def test_a_second_no_makes_no_second_task(door: Door, emeka: str) -> None:
    published_name(door)
    for _ in range(2):
        door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    assert 1 == len(_open(door))


def test_the_house_says_how_long_it_takes_by_medium(door: Door, emeka: str) -> None:
    door.patch("/organisation", {"publishing": {"takedown_hours": {"social": 2}}})
    published_name(door)

    task = door.get(f"/takedowns/{taking_down(door, emeka)}")

    opened_at, due_at = (datetime.fromisoformat(task[name]) for name in ("opened_at", "due_at"))
    assert timedelta(hours=2) == due_at - opened_at


@pytest.mark.parametrize("hours", [0, -3, 10_000])
def test_no_time_at_all_and_a_year_are_no_reasonable_time(door: Door, hours: int) -> None:
    body = {"publishing": {"takedown_hours": {"print": hours}}}

    problem = door.knock("PATCH", "/organisation", body).json()

    assert "publishing.takedown_hours" == problem["field"]


def test_whoever_works_for_one_unit_sees_the_tasks_of_its_channels(door: Door, emeka: str) -> None:
    unit = door.unit()
    (page,) = door.get("/channels")["items"]
    door.patch(f"/channels/{page['id']}", {"unit_id": unit})
    published_name(door)
    takedown_id = taking_down(door, emeka)
    inside = door.with_key("publications:read", units=[unit])
    outside = door.with_key("publications:read", units=[door.unit("Les Lilas")])

    assert [takedown_id] == [each["id"] for each in _open(inside)]
    assert 1 == len(inside.get(f"/takedowns?channel_id={page['id']}")["items"])
    assert [] == inside.get(f"/takedowns?channel_id={takedown_id}")["items"]
    assert takedown_id == inside.get(f"/takedowns/{takedown_id}")["id"]
    assert [] == _open(outside)
    outside.get(f"/takedowns/{takedown_id}", 404)
