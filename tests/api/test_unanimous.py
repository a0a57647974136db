"""
Where everybody said yes, it is shown how the answers came.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.terms import Matter
from service.usecases.families.cards import Choice
from tests.api.clock import Clock
from tests.api.door import Door, Json
from tests.api.entering import YES, member, paper, ticked
from tests.api.family import Household, sit_down
from tests.api.office import channel, version

DAY = timedelta(days=1)


class Class:
    """
    A unit, a page and a form; whoever is entered is of the unit.
    """

    def __init__(self, door: Door) -> None:
        self.door, self.household = door, Household(door)
        self.unit = door.unit("Les Colibris")
        self.page, self.form = channel(door, name="facebook"), version(door, matters=["image"])
        self.count = 0

    def child(self) -> str:
        """
        Enter one more child, for whom Anne answers.
        """
        self.count += 1
        memberships = [{"unit_id": self.unit}]
        child = self.door.person(given_name=f"Child {self.count}", memberships=memberships)
        self.door.authority(child, self.household.anne, verified=True, proof="family book")
        return child

    def by_link(self, count: int, choice: Choice = Choice.YES) -> None:
        """
        Let a family answer about some children, each on the page of its own.
        """
        children = [self.child() for _ in range(count)]
        sitting = sit_down(self.household)
        for each in children:
            sitting.say(each, facebook=choice)

    def on_paper(self, count: int, by: str) -> None:
        """
        Let a member enter papers about some children.
        """
        enter = self.door.house.registry.consents.enter_answer
        for _ in range(count):
            entered = paper(self.child(), self.household.anne, self.form, self.page)
            signed = replace(
                entered, signed_on=date(2025, 1, 1), lines=ticked(self.page, YES, Matter.IMAGE)
            )
            enter(member(self.door, by), signed)

    def by_program(self, count: int) -> None:
        """
        Let a program record answers.
        """
        for _ in range(count):
            told = {"person_id": self.child(), "signatory_id": self.household.anne}
            said = {"capacity": "parent", "kind": "given", "channels": ["facebook"]}
            self.door.post("/consents", told | said | {"form_version_id": self.form})

    def found(self, query: str = "") -> list[Json]:
        """
        List where everybody said yes.
        """
        items: list[Json] = self.door.get(f"/lists/unanimous{query}")["items"]
        return items


@pytest.fixture
def colibris(found_then: Callable[[str], Door]) -> Class:
    return Class(found_then("jacinthes"))


def test_a_class_without_a_single_no_is_listed_with_how_it_answered(colibris: Class) -> None:
    colibris.by_link(1)
    colibris.on_paper(3, "nadia")
    colibris.by_program(1)

    [found] = colibris.found()

    assert ("Les Colibris", "2025-01-01", 5, 5) == (
        found["unit_name"],
        found["month"],
        found["people"],
        found["members"],
    )
    ways = [(each["method"], each["own"], each["people"]) for each in found["ways"]]
    assert [("paper", False, 3), ("web", False, 1), ("web", True, 1)] == [
        ways[0],
        *sorted(ways[1:]),
    ]
    assert "member-nadia" == found["ways"][0]["recorded_by"]
    assert {None, "member-nadia"} < {each["recorded_by"] for each in found["ways"]}
    assert not any(each in str(found) for each in ("Child", "Anne"))


@pytest.mark.parametrize("choice", [Choice.NO, Choice.NOT_NOW])
def test_one_who_does_not_say_yes_takes_the_class_off_the_list(
    colibris: Class, choice: Choice
) -> None:
    colibris.on_paper(5, "nadia")
    assert 1 == len(colibris.found())

    colibris.by_link(1, choice)

    assert [] == colibris.found()


def test_a_few_of_many_are_no_sign(colibris: Class) -> None:
    colibris.on_paper(4, "nadia")
    assert [] == colibris.found()
    colibris.on_paper(1, "nadia")
    assert 1 == len(colibris.found())
    for _ in range(6):
        colibris.child()

    assert [] == colibris.found()


def test_each_month_is_counted_apart_and_left_behind(colibris: Class, clock: Clock) -> None:
    colibris.on_paper(5, "nadia")
    clock.at += 40 * DAY
    colibris.by_link(1, Choice.NO)

    assert ["2025-01-01"] == [each["month"] for each in colibris.found()]
    assert [] == colibris.found("?months=1")
    clock.at += 365 * DAY
    assert [] == colibris.found()
    assert 1 == len(colibris.found("?months=24"))
    colibris.door.get("/lists/unanimous?months=25", 400)


def test_whoever_audits_one_unit_sees_that_one_and_others_nothing(colibris: Class) -> None:
    colibris.on_paper(5, "nadia")
    door = colibris.door

    own = door.with_key("audit", "consents:read", units=[colibris.unit])
    other = door.with_key("audit", "consents:read", units=[door.unit("Other")])

    assert 1 == len(own.get("/lists/unanimous")["items"])
    assert [] == other.get("/lists/unanimous")["items"]
    door.with_key("consents:read", "people:read").get("/lists/unanimous", 403)
    door.with_key("audit").get("/lists/unanimous", 403)
