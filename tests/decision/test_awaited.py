"""
Whose answer is missing is said for every row of the decision table.
"""

from dataclasses import replace
from datetime import date

import pytest

from service.decision.awaited import ASKED, awaited
from service.decision.hearing import Hearing
from service.decision.panel import Ask
from service.decision.people import Dossier
from service.decision.signers import ROWS
from service.decision.terms import Matter, Purpose
from tests.decision.build import (
    make_authority,
    make_case,
    make_no,
    make_person,
    make_yes,
)
from tests.decision.cast import AT, CLOSED, FB


def missing(dossier: Dossier) -> list[str]:
    """
    Give who has to be asked for a picture on Facebook.
    """
    case = make_case(dossier)
    ask = Ask(case.channels[FB], Matter.IMAGE, Purpose.INFORMATION)
    return sorted(awaited(Hearing(dossier, case, AT), ask))


def test_every_row_of_the_table_says_who_is_asked() -> None:
    assert set(ROWS) == set(ASKED)


def test_an_adult_who_never_answered_is_missing() -> None:
    anna = make_person("anna")

    assert [anna.id] == missing(Dossier(anna))


def test_an_adult_who_answered_is_not() -> None:
    anna = make_person("anna")

    assert [] == missing(Dossier(anna, acts=(make_yes("anna", "anna", FB),)))
    assert [] == missing(Dossier(anna, acts=(make_no("anna", "anna", FB),)))
    assert [anna.id] == missing(Dossier(anna, acts=(make_yes("anna", "anna", CLOSED),)))


@pytest.mark.parametrize(("born", "asked"), [(2018, 2), (2011, 3)])
def test_of_a_minor_the_parents_and_whoever_can_judge(born: int, asked: int) -> None:
    child = make_person("tom", date(born, 5, 4))
    parents = (make_authority("tom", "mother"), make_authority("tom", "father"))

    assert asked == len(missing(Dossier(child, authorities=parents)))
    yes = make_yes("tom", "mother", FB)
    assert asked - 1 == len(missing(Dossier(child, authorities=parents, acts=(yes,))))


def test_of_the_dead_the_relatives() -> None:
    gone = replace(make_person("gone", date(1930, 5, 4)), died_on=date(2025, 1, 1))
    authorities = (make_authority("gone", "daughter"), make_authority("gone", "mother"))

    assert ["daughter"] == missing(Dossier(gone, authorities=authorities))
