"""
A clock is set back, or one machine's is behind: what is said later still comes later.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from litestar.testing import TestClient

from service.app import create_app
from service.clock import SteadyClock
from service.errors import Unavailable
from service.settings import Settings
from service.usecases.organisations.operator import operator_of
from service.wiring import build
from tests.api.clock import Clock
from tests.api.conftest import STORIES_BEGIN, founding
from tests.api.door import Door, House, Json
from tests.api.office import (
    adult,
    answer,
    channel,
    photo_answer,
    photo_of_emeka,
    published_name,
    saying_yes,
    taking_down,
    version,
    yes,
)
from tests.readers import shared_readers

BEHIND = timedelta(minutes=5)


@pytest.fixture
def door(found_then: Callable[[str], Door]) -> Door:
    return found_then("behind")


@pytest.fixture
def steady(settings: Settings, clock: Clock) -> Iterator[Door]:
    """
    Give a house of a service that reads the machine's clock as it does in production.
    """
    clock.at = STORIES_BEGIN
    with shared_readers():
        registry = build(settings, SteadyClock(clock))
    app = create_app(settings, registry)
    with (
        TestClient(app, raise_server_exceptions=False) as client,
        founding(House(client, registry)) as found,
    ):
        yield found("steady")
    registry.close()


@pytest.fixture
def emeka(door: Door) -> Json:
    """
    Give what names Emeka in a withdrawal.
    """
    channel(door)
    person = adult(door)
    return {"person_id": person, "signatory_id": person}


@pytest.mark.parametrize("way", ["withdraw", "revoke", "refused", "deferred"])
def test_a_no_counts_that_a_clock_puts_before_the_yes(
    door: Door, clock: Clock, emeka: Json, way: str
) -> None:
    form = version(door)
    clock.at += timedelta(days=1)
    yes(door, emeka["person_id"], form)
    clock.at += timedelta(days=1)
    yes(door, emeka["person_id"], form)

    clock.at -= BEHIND
    if way in {"withdraw", "revoke"}:
        door.post(f"/consents/{way}", emeka)
    else:
        door.post("/consents", saying_yes(emeka["person_id"], form) | {"kind": way})
    at_once = answer(door)
    clock.at += 2 * BEHIND

    expected = "ask" if way == "deferred" else "do_not_publish"
    assert [expected, expected] == [at_once, answer(door)]
    yes(door, emeka["person_id"], form)
    assert "publish" == answer(door)


def test_a_no_by_name_counts_that_a_clock_puts_before_the_yes(
    door: Door, clock: Clock, emeka: Json
) -> None:
    clock.at += timedelta(days=1)
    yes(door, emeka["person_id"], version(door))

    clock.at -= BEHIND
    named = {"given_name": "Emeka", "family_name": "Dupont", "born_on": "1990-05-04"}
    no = {"person": named, "capacity": "self", "kind": "refused", "everywhere": True}
    received = door.post("/answers", no)
    at_once = answer(door)
    clock.at += 2 * BEHIND

    assert "recorded" == received["state"]
    assert ["do_not_publish", "do_not_publish"] == [at_once, answer(door)]


def test_whoever_saw_somebody_else_is_not_overruled_by_a_look_of_before(
    door: Door, clock: Clock
) -> None:
    clock.at += timedelta(days=1)
    photo = photo_of_emeka(door)
    clock.at += timedelta(days=1)
    door.post(f"/photos/{photo}/attestation", {"complete": True}, 200)

    clock.at -= BEHIND
    story = door.post(f"/photos/{photo}/attestation", {"complete": False}, 200)
    at_once = photo_answer(door, photo)
    clock.at += 2 * BEHIND

    assert story["attestation"]["complete"] is False
    assert ["ask", "ask"] == [at_once, photo_answer(door, photo)]
    assert (
        door.house.registry.ledger.verify_ledger(operator_of(door.organisation.id)).broken is None
    )
    clock.at += BEHIND
    door.post(f"/photos/{photo}/attestation", {"complete": True}, 200)
    assert "publish" == photo_answer(door, photo)


@pytest.mark.parametrize(("about", "expected"), [("hold", "do_not_publish"), ("doubt", "ask")])
def test_what_protects_somebody_counts_at_once(
    steady: Door, clock: Clock, about: str, expected: str
) -> None:
    photo = photo_of_emeka(steady)
    (emeka,) = [each["id"] for each in steady.get("/people")["items"]]
    assert "publish" == photo_answer(steady, photo)

    if about == "hold":
        steady.post("/holds", {"kind": "safeguarding", "person_id": emeka})
    else:
        steady.patch(f"/people/{emeka}", {"mental_capacity": "doubtful"})
    clock.at -= BEHIND

    assert expected == photo_answer(steady, photo)


def test_whoever_is_not_there_yet_by_the_clock_is_asked_about(door: Door, clock: Clock) -> None:
    channel(door)
    clock.at += timedelta(hours=1)
    emeka = adult(door)
    yes(door, emeka, version(door))
    clock.at -= timedelta(hours=1)

    assert "ask" == answer(door)
    [cell, *_] = door.get(f"/people/{emeka}/standing")["channels"][0]["matters"]
    assert "ask" == cell["answer"]
    clock.at += timedelta(hours=2)
    assert "publish" == answer(door)
    assert emeka == door.get(f"/people/{emeka}/standing")["person_id"]


def test_whoever_is_reminded_by_a_clock_that_is_behind_is_reminded_later(
    door: Door, clock: Clock
) -> None:
    clock.at += timedelta(hours=1)
    channel(door, "facebook", photo_publisher="members")
    emeka = adult(door)
    yes(door, emeka, version(door))
    published_name(door)
    task = taking_down(door, emeka)
    clock.at -= timedelta(hours=1)

    with pytest.raises(Unavailable, match="set the clocks right"):
        door.house.registry.remind_staff.look(door.organisation.id)
    assert "unavailable" == door.get("/takedowns", 503)["code"]
    clock.at += timedelta(hours=2)
    assert [task] == [each["id"] for each in door.get("/takedowns")["items"]]
    door.house.registry.remind_staff.look(door.organisation.id)
