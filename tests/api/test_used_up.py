"""
Whoever asks through everybody's names is stopped, and the administrators hear of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from service.decision.case import Use
from service.decision.ids import PersonId
from service.decision.powers import Role
from service.decision.terms import Matter
from service.errors import TooMany
from service.usecases.caller import Caller
from service.usecases.checks import Budget, CheckQuestion
from service.usecases.checks.check_post import CheckPost
from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.office import adult, channel
from tests.api.told import Told, telling, text_of

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Fishing:
    """
    A key that may ask twice an hour, about Emeka and Femi.
    """

    told: Told
    check_post: CheckPost
    caller: Caller
    people: tuple[str, str]

    def ask(self, times: int = 3) -> None:
        """
        Ask about one after the other until it is enough.
        """
        for turn in range(times):
            person_id = PersonId(self.people[turn % 2])
            question = CheckQuestion(uses=(Use(person_id, Matter.NAME),))
            self.check_post(self.caller, question)

    def lines(self) -> list[dict[str, object]]:
        """
        Give what the log says of budgets.
        """
        entries = self.told.door.entries()
        return [each for each in entries if each["kind"] == "check:budget_used_up"]


@pytest.fixture
def fishing(found_then: Callable[[str], Door], clock: Clock) -> Iterator[Fishing]:
    door = found_then("jacinthes")
    with telling(door, clock) as told:
        told.hire(Role.ADMINISTRATOR, "asha")
        told.hire(Role.PUBLISHER, "bram")
        channel(door)
        people = adult(door), adult(door, given_name="Femi")
        registry = door.house.registry
        check_post = registry.checks.check_post
        budget = Budget(2, check_post.budget.told)
        key = door.with_key("checks").key
        caller = registry.keys.identify_key(key)
        yield Fishing(told, replace(check_post, budget=budget), caller, people)


def test_the_administrators_are_told_who_asks_too_much_once_a_day(fishing: Fishing) -> None:
    for _ in range(2):
        with pytest.raises(TooMany):
            fishing.ask()

    [letter] = fishing.told.letters()
    assert fishing.told.address("asha") == letter["To"]
    assert "somebody asks more than anybody may" in letter["Subject"]
    text = text_of(letter)
    assert fishing.told.page("/checks") in text
    assert not any(each in text for each in ("Emeka", "Femi", "A lesser key"))
    [line] = fishing.lines()
    assert {"people": 2, "per_hour": 2} == line["payload"]
    fishing.told.clock.at += HOUR
    with pytest.raises(TooMany):
        fishing.ask()
    assert ([], 1) == (fishing.told.letters(), len(fishing.lines()))
    fishing.told.clock.at += DAY
    with pytest.raises(TooMany):
        fishing.ask()
    assert (1, 2) == (len(fishing.told.letters()), len(fishing.lines()))


def test_another_process_tells_it_no_second_time(fishing: Fishing) -> None:
    with pytest.raises(TooMany):
        fishing.ask()
    told = fishing.check_post.budget.told
    assert told is not None
    told.told.clear()  # type: ignore[attr-defined]  # what a process that just began knows

    with pytest.raises(TooMany):
        fishing.ask(1)

    assert 1 == len(fishing.lines())
    assert 1 == len(fishing.told.letters())


def test_an_auditor_sees_who_it_was_and_nobody_else_does(fishing: Fishing) -> None:
    assert [] == fishing.told.door.get("/lists/used-up")["items"]
    with pytest.raises(TooMany):
        fishing.ask()
    door = fishing.told.door

    [found] = door.get("/lists/used-up")["items"]

    who = (found["name"], found["actor_kind"], found["actor_id"])
    assert ("A lesser key", "key", fishing.caller.actor.id) == who
    assert (2, 2) == (found["per_hour"], found["people"])
    asked = door.get(f"/checks?actor_id={found['actor_id']}")["items"]
    assert 2 == len(asked)
    door.with_key("people:read").get("/lists/used-up", 403)
    of_unit = door.with_key("audit", units=[door.unit()])
    assert [] == of_unit.get("/lists/used-up")["items"]
    fishing.told.clock.at += 31 * DAY
    assert [] == door.get("/lists/used-up")["items"]


def test_whoever_asks_no_more_than_they_may_is_not_told_of(fishing: Fishing) -> None:
    fishing.ask(2)

    assert ([], []) == (fishing.told.letters(), fishing.lines())
