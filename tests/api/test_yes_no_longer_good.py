"""
A yes that does not count any more is asked for again, and can be said again.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from service.decision.outlook import Outlook
from service.usecases.families.cards import Choice
from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.family import Household, sit_down
from tests.api.office import channel, version

PROVEN = {"verified": True, "proof": "Judgment 12", "basis": "judgment"}
EMEKA, RUTH = "emeka@family.example", "ruth@family.example"
IMAGE = "facebook/image"


@pytest.fixture
def family(found_then: Callable[[str], Door]) -> Household:
    """
    Give Anne, who may answer for Léa, in a house with one page.
    """
    household = Household(found_then("lapsed"))
    channel(household.door, name="facebook")
    version(household.door)
    return household


def say_it_again(family: Household, whom: str, by: str, to: str) -> None:
    """
    See that a yes is asked for again, and say it.
    """
    sitting = sit_down(family, by, to)
    before = sitting.cards(whom)[IMAGE]
    assert (None, True) == (before.choice, before.is_lapsed)
    assert before.outlook is not Outlook.COMPLETE

    sitting.say(whom, facebook=Choice.YES)

    after = sitting.cards(whom)[IMAGE]
    assert (Choice.YES, Outlook.COMPLETE) == (after.choice, after.outlook)


def test_a_parent_whose_say_was_over_and_is_recorded_anew(family: Household, clock: Clock) -> None:
    door, tom = family.door, family.door.person(given_name="Tom")
    told = {**PROVEN, "sole": True}
    first = door.authority(tom, family.anne, **told)
    sit_down(family).say(tom, facebook=Choice.YES)
    clock.at += timedelta(days=1)
    door.post(f"/authorities/{first}/end", {}, 200)
    clock.at += timedelta(days=1)
    door.authority(tom, family.anne, **told)

    say_it_again(family, tom, family.anne, "anne@family.example")


def test_a_representative_after_the_order_was_renewed(family: Household, clock: Clock) -> None:
    door = family.door
    emeka = door.person(born_on="1990-05-04", given_name="Emeka")
    ruth = door.signatory(given_name="Ruth", email=RUTH)
    door.authority(emeka, ruth, **PROVEN, kind="representative")
    order = {"kind": "representation", "covers_image": True}
    first = door.post(f"/people/{emeka}/protections", order)["id"]
    sit_down(family, ruth, RUTH).say(emeka, facebook=Choice.YES)
    clock.at += timedelta(days=1)
    door.post(f"/protections/{first}/end", {}, 200)
    clock.at += timedelta(days=1)
    door.post(f"/people/{emeka}/protections", order)

    say_it_again(family, emeka, ruth, RUTH)


def test_somebody_young_who_said_yes_too_early(family: Household, clock: Clock) -> None:
    of_age_at = clock.at + timedelta(days=30)
    born_on = of_age_at.date().replace(year=of_age_at.year - 18)
    emeka = family.door.person(born_on=born_on.isoformat(), given_name="Emeka", email=EMEKA)
    sit_down(family, emeka, EMEKA).say(emeka, facebook=Choice.YES)
    clock.at = of_age_at + timedelta(days=1)

    say_it_again(family, emeka, emeka, EMEKA)


def test_a_yes_of_a_parent_whose_proof_nobody_saw_stays_theirs(family: Household) -> None:
    tom = family.door.person(given_name="Tom")
    family.door.authority(tom, family.anne)
    sitting = sit_down(family)

    sitting.say(tom, facebook=Choice.YES)

    assert Choice.YES is sitting.cards(tom)[IMAGE].choice
