"""
Somebody gets a say again after their say was over.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.office import answer, channel, version, yes

PROVEN = {"verified": True, "proof": "Certificate 117"}


@pytest.fixture
def door(found_then: Callable[[str], Door]) -> Door:
    """
    Give a house with one page and Léa, whose parents Anne and Bob may answer for her.
    """
    founded = found_then("again")
    channel(founded)
    lea = founded.person()
    for name in ("Anne", "Bob"):
        founded.authority(lea, founded.signatory(given_name=name, email=""), **PROVEN)
    return founded


def lea_of(door: Door) -> str:
    """
    Give the only person.
    """
    found: str = door.get("/people")["items"][0]["id"]
    return found


def held_by_anne(door: Door) -> dict[str, str]:
    """
    Give the first authority that was recorded.
    """
    found: dict[str, str] = door.get(f"/people/{lea_of(door)}/authorities")["items"][0]
    return found


def both_say_yes(door: Door) -> None:
    """
    Record a yes of each parent.
    """
    form = version(door)
    for each in door.get(f"/people/{lea_of(door)}/authorities")["items"]:
        yes(door, lea_of(door), form, signatory_id=each["signatory_id"], capacity="parent")


def ended_a_month_ago(door: Door, clock: Clock) -> dict[str, str]:
    """
    End Anne's authority, and let a month pass; give it.
    """
    anne = held_by_anne(door)
    clock.at += timedelta(days=90)
    door.post(f"/authorities/{anne['id']}/end", {}, 200)
    clock.at += timedelta(days=30)
    return anne


def again(door: Door, anne: dict[str, str], **told: object) -> dict[str, object]:
    """
    Record that she may answer once more.
    """
    parent = {"signatory_id": anne["signatory_id"], "kind": "parent", "basis": "filiation"}
    made: dict[str, object] = door.post(
        f"/people/{lea_of(door)}/authorities", parent | PROVEN | told
    )
    return made


def test_a_yes_that_went_with_a_say_does_not_come_back_with_it(door: Door, clock: Clock) -> None:
    both_say_yes(door)
    assert "publish" == answer(door, "Léa Dupont")
    anne = ended_a_month_ago(door, clock)

    made = again(door, anne)

    assert clock.at.date().isoformat() == made["from_on"]
    assert "ask" == answer(door, "Léa Dupont")


def test_what_they_say_from_then_on_counts(door: Door, clock: Clock) -> None:
    both_say_yes(door)
    anne = ended_a_month_ago(door, clock)
    again(door, anne)

    told = {"signatory_id": anne["signatory_id"], "capacity": "parent"}
    yes(door, lea_of(door), version(door, material=False), **told)

    assert "publish" == answer(door, "Léa Dupont")


def test_an_end_that_was_a_mistake_is_mended_by_telling_the_first_day(
    door: Door, clock: Clock
) -> None:
    both_say_yes(door)
    anne = ended_a_month_ago(door, clock)

    made = again(door, anne, from_on="2016-05-04")

    assert "2016-05-04" == made["from_on"]
    assert "publish" == answer(door, "Léa Dupont")


@pytest.mark.parametrize("days", [0, 1, 400])
def test_a_say_that_is_over_does_not_run_on_to_a_later_day(
    door: Door, clock: Clock, days: int
) -> None:
    both_say_yes(door)
    anne = ended_a_month_ago(door, clock)
    before = held_by_anne(door)
    later = {"until_on": (clock.at + timedelta(days=days)).date().isoformat()}

    problem = door.post(f"/authorities/{anne['id']}/end", later, 422)

    assert ("impossible-dates", "until_on") == (problem["code"], problem["field"])
    assert "record" in problem["detail"].lower()
    assert before == held_by_anne(door)
    assert "ask" == answer(door, "Léa Dupont")


def test_a_say_that_is_over_and_ended_again_ended_when_it_did(door: Door, clock: Clock) -> None:
    both_say_yes(door)
    anne = ended_a_month_ago(door, clock)
    before = held_by_anne(door)

    assert before == door.post(f"/authorities/{anne['id']}/end", {}, 200)
    told = {"until_on": before["until_on"]}
    assert before == door.post(f"/authorities/{anne['id']}/end", told, 200)

    assert "ask" == answer(door, "Léa Dupont")


def test_an_end_to_come_is_brought_forward_and_not_put_off(door: Door, clock: Clock) -> None:
    anne = held_by_anne(door)["id"]
    ends = [(clock.at + timedelta(days=each)).date().isoformat() for each in (20, 30, 40)]
    door.post(f"/authorities/{anne}/end", {"until_on": ends[1]}, 200)

    door.post(f"/authorities/{anne}/end", {"until_on": ends[2]}, 422)
    door.post(f"/authorities/{anne}/end", {"until_on": ends[0]}, 200)
    assert ends[0] == held_by_anne(door)["until_on"]

    door.post(f"/authorities/{anne}/end", {}, 200)
    assert clock.at.date().isoformat() == held_by_anne(door)["until_on"]


def test_a_no_decides_again_with_the_say(door: Door, clock: Clock) -> None:
    both_say_yes(door)
    clock.at += timedelta(days=1)
    anne = held_by_anne(door)
    told = {"signatory_id": anne["signatory_id"], "capacity": "parent", "kind": "refused"}
    yes(door, lea_of(door), version(door, material=False), **told)
    ended_a_month_ago(door, clock)
    assert "ask" == answer(door, "Léa Dupont")

    again(door, anne)

    assert "do_not_publish" == answer(door, "Léa Dupont")


def test_a_say_of_the_past_is_noted_as_it_is_told(door: Door, clock: Clock) -> None:
    anne = ended_a_month_ago(door, clock)

    made = again(door, anne, until_on="2020-01-01")

    assert (None, "2020-01-01") == (made["from_on"], made["until_on"])


def test_a_say_that_goes_on_is_left_as_it_is_told(door: Door) -> None:
    made = again(door, held_by_anne(door))

    assert made["from_on"] is None
