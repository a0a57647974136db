"""
One person entered twice: what one record knows, and others would have to answer for.
"""

from dataclasses import replace
from typing import Any

import pytest

from service.decision.case import Case
from service.decision.ids import PersonId
from service.decision.people import Dossier, Person
from service.decision.terms import MentalCapacity, ProtectionKind
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, ask_for, outcome
from tests.decision.build import (
    make_authority,
    make_case,
    make_person,
    make_protection,
    make_yes,
)
from tests.decision.cast import ADULT_BORN_ON, BORN_8_YEARS_AGO, TODAY

ANNA, TWIN = PersonId("anna"), PersonId("anna.2")
AGREED = Dossier(make_person(ANNA), acts=(make_yes(ANNA, ANNA),))
CHECK = ask_for(Code.PROTECTED_ADULT_CHECK)


def beside(dossier: Dossier, told: dict[str, Any]) -> Case:
    """
    Show a record whose other one knows something, and holds no answer.
    """
    person = replace(make_person(TWIN), **{"born_on": None, "known_adult": True} | told)
    return make_case(replace(dossier, twins=(Dossier(person),)))


def ordered(dossier: Dossier, kind: ProtectionKind, told: dict[str, Any] | None = None) -> Case:
    """
    Show a record whose other one has an order.
    """
    order = replace(make_protection(kind), **told or {})
    return make_case(replace(dossier, twins=(Dossier(make_person(TWIN), protections=(order,)),)))


@pytest.mark.parametrize("kind", list(ProtectionKind))
def test_an_order_on_the_other_record_is_asked_about(kind: ProtectionKind) -> None:
    assert CHECK == outcome(ordered(AGREED, kind))
    assert PUBLISH == outcome(ordered(AGREED, kind, {"covers_image": False}))
    assert PUBLISH == outcome(ordered(AGREED, kind, {"until_on": TODAY}))


def test_an_order_that_both_records_have_is_answered_by_whom_it_names() -> None:
    kind = ProtectionKind.REPRESENTATION
    known = Dossier(
        make_person(ANNA),
        authorities=(make_authority("anna", "representative"),),
        protections=(make_protection(kind),),
        acts=(make_yes("anna", "representative"),),
    )

    assert PUBLISH == outcome(ordered(known, kind))
    assert CHECK == outcome(ordered(known, ProtectionKind.ASSISTANCE))


def test_a_birth_date_by_which_they_are_a_child_is_asked_about() -> None:
    asked = ask_for(Code.AWAITING_OTHER_SIGNER)

    assert asked == outcome(beside(AGREED, {"born_on": BORN_8_YEARS_AGO, "known_adult": False}))
    assert PUBLISH == outcome(beside(AGREED, {"born_on": ADULT_BORN_ON, "known_adult": False}))
    assert PUBLISH == outcome(beside(AGREED, {"known_adult": False})), "silence is nothing"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"mental_capacity": MentalCapacity.DOUBTFUL}, Code.PROTECTED_ADULT_CHECK),
        ({"died_on": TODAY}, Code.DECEASED_RELATIVES),
    ],
)
def test_a_doubt_and_a_death_are_asked_about(told: dict[str, Any], code: Code) -> None:
    assert ask_for(code) == outcome(beside(AGREED, told))


def test_what_both_records_know_is_judged_once() -> None:
    doubtful: Person = replace(AGREED.person, mental_capacity=MentalCapacity.DOUBTFUL)
    case = beside(replace(AGREED, person=doubtful), {"mental_capacity": MentalCapacity.DOUBTFUL})

    assert CHECK == outcome(case)
