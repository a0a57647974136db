"""
A whole class is asked, followed and reminded.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from service.decision.ids import UnitId
from service.errors import NotAllowed, NotFound
from service.records.mail import LetterKind
from service.usecases.families.asking import AGAIN_AFTER, Progress
from service.usecases.families.cards import Choice
from service.usecases.organisations.operator import operator_of
from tests.api.clock import Clock
from tests.api.door import NOBODY, Door
from tests.api.family import ANNE, Household, sit_down
from tests.api.office import channel, version

NOW = datetime(2025, 1, 1, tzinfo=UTC)


class School:
    """
    Léa and Tom in one class; Anne answers for both, Marc, without address, for Tom.
    """

    def __init__(self, door: Door) -> None:
        self.household = Household(door)
        self.unit = UnitId(door.unit())
        memberships = [{"unit_id": self.unit}]
        door.patch(f"/people/{self.household.lea}", {"memberships": memberships})
        self.tom = door.person(given_name="Tom", memberships=memberships)
        door.authority(self.tom, self.household.anne)
        self.marc = door.signatory(given_name="Marc", email="")
        door.authority(self.tom, self.marc)
        channel(door, "facebook", name="facebook")
        version(door, matters=["image"])
        self.caller = operator_of(door.organisation.id)
        self.ask_unit = self.household.verbs.ask_unit

    def progress(self) -> dict[str, Progress]:
        """
        Say how far everybody is.
        """
        found = self.ask_unit.follow(self.caller, self.unit)
        return {each.name: each.progress for each in found}


@pytest.fixture
def school(door: Door) -> School:
    return School(door)


def test_everybody_who_can_be_reached_is_asked_once(school: School) -> None:
    assert {"Anne": Progress.NOT_ASKED, "Marc": Progress.UNREACHABLE} == school.progress()

    for _ in range(2):
        school.ask_unit(school.caller, school.unit)

    assert {"Anne": Progress.WAITING, "Marc": Progress.UNREACHABLE} == school.progress()
    (letter,) = school.household.mailbox.letters(ANNE)
    assert LetterKind.FAMILY_INVITATION is letter.kind


def test_whoever_answered_all_is_left_alone(school: School) -> None:
    sitting = sit_down(school.household)
    sitting.say(school.household.lea, facebook=Choice.YES)
    assert Progress.NOT_ASKED is school.progress()["Anne"]
    sitting.say(school.tom, facebook=Choice.NO)

    school.ask_unit(school.caller, school.unit)

    assert Progress.ANSWERED is school.progress()["Anne"]
    assert [] == school.household.mailbox.letters(ANNE, LetterKind.FAMILY_INVITATION)


def test_a_letter_that_came_back_is_shown(found_then: Callable[[str], Door], clock: Clock) -> None:
    clock.at = max(clock.at, NOW).replace(hour=10) + timedelta(days=1)
    clock.at += timedelta(days=(7 - clock.at.weekday()) % 7)
    school = School(found_then("jacinthes"))
    registry = school.household.registry
    school.ask_unit(school.caller, school.unit)
    (letter,) = school.household.mailbox.letters(ANNE)
    registry.mail.deliver_letters()
    stamps = registry.mail.record_bounce.postman.stamps  # type: ignore[attr-defined]  # the real one
    name = stamps.name(school.caller.organisation_id, letter.id)

    registry.mail.record_bounce(f"Action: failed\nStatus: 5.1.1\n{name}".encode())

    assert Progress.BOUNCED is school.progress()["Anne"]


def test_silence_is_reminded_of_after_some_days(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    school = School(found_then("jacinthes"))
    school.ask_unit(school.caller, school.unit)
    clock.at += AGAIN_AFTER - timedelta(seconds=1)
    school.ask_unit(school.caller, school.unit)
    assert 1 == len(school.household.mailbox.letters(ANNE))
    clock.at += timedelta(seconds=1)
    school.ask_unit(school.caller, school.unit)

    kinds = [each.kind for each in school.household.mailbox.letters(ANNE)]
    assert [LetterKind.FAMILY_INVITATION, LetterKind.FAMILY_REMINDER] == kinds
    assert school.household.mailbox.last_link(ANNE)


def test_a_unit_that_is_not_there_is_not_asked(school: School) -> None:
    registry, door = school.household.registry, school.household.door
    elsewhere = registry.keys.identify_key(
        door.with_key("consents:write", "consents:read", units=[door.unit("Other")]).key
    )
    powerless = registry.keys.identify_key(door.with_key("people:read").key)

    for caller, unit in ((school.caller, UnitId(NOBODY)), (elsewhere, school.unit)):
        for ask in (school.ask_unit, school.ask_unit.follow):
            with pytest.raises(NotFound):
                ask(caller, unit)
    with pytest.raises(NotAllowed):
        school.ask_unit(powerless, school.unit)
