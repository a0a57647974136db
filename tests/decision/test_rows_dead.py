"""
The dead: rows D1 to D3 of domain section 2.4.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.consents import ConsentAct
from service.decision.people import Dossier
from service.decision.post import decide_post
from service.decision.terms import Answer
from service.decision.verdict import Code, Duty
from tests.decision.asking import PUBLISH, answer, ask_for, outcome
from tests.decision.build import make_authority, make_case, make_no, make_person, make_yes
from tests.decision.cast import AT, FB, SIGNED_AT

RELATIVES = ("daughter", "brother")
OWN_YES = make_yes("anna", "anna", signed_at=SIGNED_AT.replace(year=2013))


def dead(
    *acts: ConsentAct,
    died_on: date = date(2014, 3, 1),
    jurisdiction: str = "BE",
    relatives: tuple[str, ...] = RELATIVES,
) -> Dossier:
    """
    Know somebody who died twelve years ago, and their listed relatives.
    """
    anna = make_person("anna", date(1930, 5, 4), jurisdiction=jurisdiction)
    return Dossier(
        replace(anna, died_on=died_on),
        authorities=tuple(make_authority("anna", by) for by in relatives),
        acts=acts,
    )


def test_d1_listed_relatives_permit_within_the_period() -> None:
    both = (make_yes("anna", by) for by in RELATIVES)

    assert PUBLISH == outcome(make_case(dead(*both)))


@pytest.mark.parametrize("acts", [(), (make_yes("anna", "daughter"),)])
def test_d1_silent_relative_is_asked(acts: tuple[ConsentAct, ...]) -> None:
    assert Answer.ASK == answer(make_case(dead(*acts)))


def test_d1_without_a_listed_relative_somebody_must_be_found() -> None:
    assert ask_for(Code.DECEASED_RELATIVES) == outcome(make_case(dead(relatives=())))


@pytest.mark.parametrize("by", RELATIVES)
def test_d1_the_no_of_any_listed_relative_denies(by: str) -> None:
    assert Answer.DO_NOT_PUBLISH == answer(make_case(dead(make_no("anna", by))))


def test_d1_relatives_in_conflict_never_publish() -> None:
    conflict = dead(make_yes("anna", "daughter"), make_no("anna", "brother"))

    assert answer(make_case(conflict)) in {Answer.ASK, Answer.DO_NOT_PUBLISH}


@pytest.mark.parametrize(
    ("jurisdiction", "years"),
    [("BE", 20), ("DE", 10), ("NL", 10)],
)
def test_d1_d3_the_period_is_the_one_of_the_table(jurisdiction: str, years: int) -> None:
    anniversary = AT.date().replace(year=AT.year - years)
    died_on = (anniversary + timedelta(days=1), anniversary - timedelta(days=1))
    cases = [make_case(dead(died_on=day, jurisdiction=jurisdiction)) for day in died_on]

    assert [Answer.ASK, Answer.PUBLISH] == [answer(case) for case in cases]


def test_d1_quebec_protects_without_end() -> None:
    long_ago = dead(died_on=date(1950, 1, 1), jurisdiction="CA-QC")

    assert Answer.ASK == answer(make_case(long_ago))


def test_d1_france_is_unsettled_and_always_asks() -> None:
    both = (make_yes("anna", by) for by in RELATIVES)

    assert Answer.ASK == answer(make_case(dead(*both, jurisdiction="FR")))


def test_d1_a_former_parent_is_no_listed_relative() -> None:
    dossier = dead(make_yes("anna", "mother"), relatives=("mother",))

    assert Answer.ASK == answer(make_case(dossier))


def test_d2_consent_given_in_life_asks() -> None:
    assert ask_for(Code.DECEASED_RELATIVES) == outcome(make_case(dead(OWN_YES, relatives=())))


def test_d2_relatives_do_not_turn_a_no_given_in_life_into_a_yes() -> None:
    own_no = make_no("anna", "anna", signed_at=SIGNED_AT.replace(year=2013))
    both = tuple(make_yes("anna", by) for by in RELATIVES)

    assert answer(make_case(dead(own_no, *both))) in {Answer.ASK, Answer.DO_NOT_PUBLISH}


def test_d2_the_own_yes_counts_for_questions_as_of_before_the_death() -> None:
    case = make_case(dead(OWN_YES))

    assert PUBLISH == outcome(case, FB, AT.replace(year=2014, month=2))


def test_d3_after_the_period_what_remains_is_dignity() -> None:
    case = make_case(dead(died_on=date(1990, 1, 1)))
    verdict = decide_post(case, FB, AT)

    assert Answer.PUBLISH == verdict.answer
    assert Duty.DIGNITY in {obligation.duty for obligation in verdict.obligations}


def test_d3_where_the_law_knows_no_such_right_nobody_is_asked() -> None:
    assert PUBLISH == outcome(make_case(dead(jurisdiction="GB")))
