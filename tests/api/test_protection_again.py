"""
An order of protection is over, and what was said under it stays over.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.api.clock import Clock
from tests.api.door import Door, Json
from tests.api.office import adult, answer, channel, version, yes

ORDER = {"kind": "representation", "covers_image": True}
PROVEN = {"kind": "representative", "basis": "judgment", "verified": True, "proof": "Seen"}


@pytest.fixture
def door(found_then: Callable[[str], Door]) -> Door:
    """
    Give a house with one page and Emeka, for whom Ruth says yes by an order.
    """
    founded = found_then("ordered")
    channel(founded)
    emeka = adult(founded)
    ruth = founded.signatory(given_name="Ruth", email="")
    founded.authority(emeka, ruth, **PROVEN)
    founded.post(f"/people/{emeka}/protections", ORDER)
    yes(founded, emeka, version(founded), signatory_id=ruth, capacity="representative")
    assert "publish" == answer(founded)
    return founded


def orders(door: Door) -> str:
    """
    Give where the orders about the only person are.
    """
    return f"/people/{door.get('/people')['items'][0]['id']}/protections"


def kept(door: Door) -> Json:
    """
    Give the order that was recorded first.
    """
    return door.get(orders(door))["items"][0]


def end(door: Door, clock: Clock, days: int | None = None, status: int = 200) -> Json:
    """
    End it some days from now; None tells no day.
    """
    day = None if days is None else (clock.at + timedelta(days=days)).date().isoformat()
    body = {} if day is None else {"until_on": day}
    return door.post(f"/protections/{kept(door)['id']}/end", body, status)


def ended_a_month_ago(door: Door, clock: Clock) -> None:
    """
    End it, and let a month pass.
    """
    clock.at += timedelta(days=90)
    end(door, clock)
    clock.at += timedelta(days=30)
    assert "ask" == answer(door)


@pytest.mark.parametrize("days", [0, 1, 400])
def test_an_order_that_is_over_does_not_run_on_to_a_later_day(
    door: Door, clock: Clock, days: int
) -> None:
    ended_a_month_ago(door, clock)
    before = kept(door)

    problem = end(door, clock, days, 422)

    assert ("impossible-dates", "until_on") == (problem["code"], problem["field"])
    assert "record" in problem["detail"].lower()
    assert before == kept(door)
    assert "ask" == answer(door)


def test_an_order_that_is_over_and_ended_again_ended_when_it_did(door: Door, clock: Clock) -> None:
    ended_a_month_ago(door, clock)
    before = kept(door)

    assert before == end(door, clock)
    assert before == end(door, clock, -30)


def test_an_end_to_come_is_brought_forward_and_not_put_off(door: Door, clock: Clock) -> None:
    end(door, clock, 30)

    end(door, clock, 40, 422)
    end(door, clock, 20)
    end(door, clock)

    assert clock.at.date().isoformat() == kept(door)["until_on"]


def test_a_yes_that_went_with_an_order_does_not_come_back_with_it(door: Door, clock: Clock) -> None:
    ended_a_month_ago(door, clock)

    made = door.post(orders(door), ORDER)

    assert clock.at.date().isoformat() == made["from_on"]
    assert "ask" == answer(door)


def test_a_yes_under_one_order_is_none_under_the_next(door: Door, clock: Clock) -> None:
    ended_a_month_ago(door, clock)
    tomorrow = clock.at + timedelta(days=1)
    door.post(orders(door), ORDER | {"from_on": tomorrow.date().isoformat()})
    clock.at = tomorrow

    assert "ask" == answer(door)


def test_what_is_said_under_the_new_order_counts(door: Door, clock: Clock) -> None:
    ended_a_month_ago(door, clock)
    door.post(orders(door), ORDER)
    emeka = door.get("/people")["items"][0]["id"]
    [held] = door.get(f"/people/{emeka}/authorities")["items"]

    told = {"signatory_id": held["signatory_id"], "capacity": "representative"}
    yes(door, emeka, version(door, material=False), **told)

    assert "publish" == answer(door)


def test_an_end_that_was_a_mistake_is_mended_by_telling_the_first_day(
    door: Door, clock: Clock
) -> None:
    ended_a_month_ago(door, clock)

    made = door.post(orders(door), ORDER | {"from_on": "2020-01-01"})

    assert "2020-01-01" == made["from_on"]
    assert "publish" == answer(door)


def test_an_order_of_another_kind_is_left_as_it_is_told(door: Door, clock: Clock) -> None:
    ended_a_month_ago(door, clock)

    assert door.post(orders(door), ORDER | {"kind": "assistance"})["from_on"] is None
