"""
Placed and emancipated minors, staff, officials, visitors: rows M5 to P2.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId
from service.decision.people import Dossier
from service.decision.photos import Depiction
from service.decision.terms import Answer, Category, HoldKind, Method, Purpose
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, Outcome, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    make_authority,
    make_case,
    make_family,
    make_hold,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import BORN_8_YEARS_AGO, BORN_15_YEARS_AGO, CLOSED, FB, TODAY, WEB

TOM = make_person("tom", BORN_8_YEARS_AGO)


def placed(*acts: ConsentAct, hold: HoldKind | None = None) -> Dossier:
    """
    Know a child whom a decision placed with an institution that decides alone.
    """
    institution = replace(make_authority("tom", "institution"), sole=True)
    holds = () if hold is None else (make_hold(hold),)
    return Dossier(TOM, authorities=(institution,), acts=acts, holds=holds)


INSTITUTION_YES = make_yes("tom", "institution", FB, CLOSED)


def test_m5_the_holder_named_in_the_decision_says_yes() -> None:
    assert PUBLISH == outcome(make_case(placed(INSTITUTION_YES)))


@pytest.mark.parametrize(
    ("channel_id", "expected"),
    [(FB, ask_for(Code.SAFEGUARDING)), (CLOSED, PUBLISH)],
)
def test_m5_caution_asks_before_every_public_page(channel_id: ChannelId, expected: Outcome) -> None:
    dossier = placed(INSTITUTION_YES, hold=HoldKind.SAFEGUARDING_CAUTION)

    assert expected == outcome(make_case(dossier), channel_id)


@pytest.mark.parametrize("channel_id", [FB, CLOSED])
def test_m5_safeguarding_denies_everywhere(channel_id: ChannelId) -> None:
    dossier = placed(INSTITUTION_YES, hold=HoldKind.SAFEGUARDING)

    assert denied_for(Code.SAFEGUARDING) == outcome(make_case(dossier), channel_id)


@pytest.mark.parametrize(("permits", "denies"), [("institution", "tom"), ("tom", "institution")])
def test_m5_anyones_no_denies(permits: str, denies: str) -> None:
    dossier = placed(make_yes("tom", permits), make_no("tom", denies))

    assert Answer.DO_NOT_PUBLISH == answer(make_case(dossier))


def test_m5_a_parents_no_counts_beside_the_institution() -> None:
    dossier = placed(INSTITUTION_YES, make_no("tom", "mother", FB))
    mother = make_authority("tom", "mother")
    with_mother = replace(dossier, authorities=(*dossier.authorities, mother))

    assert Answer.DO_NOT_PUBLISH == answer(make_case(with_mother))


def test_m5_yes_lapses_when_the_placement_ends() -> None:
    dossier = placed(INSTITUTION_YES)
    ended = replace(dossier.authorities[0], until_on=TODAY)

    assert Answer.ASK == answer(make_case(replace(dossier, authorities=(ended,))))


def emancipated(*acts: ConsentAct) -> Case:
    """
    Show a minor of fifteen who was emancipated two years ago.
    """
    person = make_person("tom", BORN_15_YEARS_AGO)
    free = replace(person, emancipated_from=TODAY - timedelta(days=730))
    return make_case(make_family(free, *acts))


def test_m6_emancipated_minor_answers_alone() -> None:
    assert PUBLISH == outcome(emancipated(make_yes("tom", "tom")))


def test_m6_parents_no_longer_say_yes_for_an_emancipated_minor() -> None:
    parents = (make_yes("tom", "mother"), make_yes("tom", "father"))

    assert Answer.ASK == answer(emancipated(*parents))


def test_m6_emancipated_minors_no_denies() -> None:
    assert denied_for(Code.REFUSED) == outcome(emancipated(make_no("tom", "tom")))


def adult(category: Category, *acts: ConsentAct) -> Dossier:
    """
    Know an adult of some category.
    """
    return Dossier(make_person("anna", category=category), acts=acts)


STAFF = [Category.EMPLOYEE, Category.VOLUNTEER]
OTHERS = [Category.PARTNER, Category.CLIENT, Category.VISITOR]
OWN_YES = make_yes("anna", "anna")


@pytest.mark.parametrize("category", STAFF + OTHERS)
def test_e1_p1_own_yes_permits_the_channel_it_names(category: Category) -> None:
    case = make_case(adult(category, OWN_YES))

    assert [PUBLISH, ask_for(Code.NEVER_ASKED)] == [outcome(case, FB), outcome(case, WEB)]


@pytest.mark.parametrize("category", STAFF + OTHERS)
def test_e1_p1_own_no_denies(category: Category) -> None:
    case = make_case(adult(category, make_no("anna", "anna")))

    assert denied_for(Code.REFUSED) == outcome(case)


@pytest.mark.parametrize("category", STAFF)
def test_e1_clause_in_the_contract_is_no_yes(category: Category) -> None:
    clause = replace(OWN_YES, method=Method.CONTRACT_CLAUSE)

    assert Answer.ASK == answer(make_case(adult(category, clause)))


def test_e1_clause_in_the_contract_does_not_hide_an_earlier_no() -> None:
    clause = replace(
        OWN_YES,
        method=Method.CONTRACT_CLAUSE,
        signed_from=OWN_YES.signed_from + timedelta(days=1),
        signed_until=OWN_YES.signed_until + timedelta(days=1),
    )
    case = make_case(adult(Category.EMPLOYEE, make_no("anna", "anna"), clause))

    assert Answer.DO_NOT_PUBLISH == answer(case)


@pytest.mark.parametrize("category", [*STAFF, *OTHERS, Category.BENEFICIARY])
def test_e1_whoever_left_is_asked_before_anything_new(category: Category) -> None:
    dossier = adult(category, OWN_YES)
    left = replace(dossier.person, left_on=TODAY)

    assert ask_for(Code.LEFT_ORGANISATION) == outcome(make_case(replace(dossier, person=left)))


def test_e1_last_day_at_work_is_not_yet_having_left() -> None:
    dossier = adult(Category.EMPLOYEE, OWN_YES)
    leaves = replace(dossier.person, left_on=TODAY + timedelta(days=1))

    assert PUBLISH == outcome(make_case(replace(dossier, person=leaves)))


def in_function(category: Category, purpose: Purpose, *acts: ConsentAct) -> Case:
    """
    Show somebody performing a public function.
    """
    case = replace(make_case(adult(category, *acts)), purpose=purpose)
    shown = Depiction(make_person("anna").id, in_function=True)
    photo = replace(make_photo(), depictions=(shown,))
    return replace(case, pictures=(make_picture(photo),))


NEWS = [Purpose.INFORMATION, Purpose.ACTIVITY_REPORT]
COMMERCE = [Purpose.ADVERTISING, Purpose.FUNDRAISING]


@pytest.mark.parametrize("purpose", list(Purpose))
def test_e2_official_in_function_needs_no_consent_for_news_only(purpose: Purpose) -> None:
    expected = PUBLISH if purpose in NEWS else ask_for(Code.NEVER_ASKED)

    assert expected == outcome(in_function(Category.PUBLIC_OFFICIAL, purpose))


@pytest.mark.parametrize("purpose", list(Purpose))
def test_p2_public_figure_needs_no_consent_but_for_commerce(purpose: Purpose) -> None:
    expected = ask_for(Code.NEVER_ASKED) if purpose in COMMERCE else PUBLISH

    assert expected == outcome(in_function(Category.PUBLIC_FIGURE, purpose))


@pytest.mark.parametrize("category", [Category.PUBLIC_OFFICIAL, Category.PUBLIC_FIGURE])
def test_e2_p2_explicit_no_still_denies(category: Category) -> None:
    no = make_no("anna", "anna")

    assert denied_for(Code.REFUSED) == outcome(in_function(category, Purpose.INFORMATION, no))


@pytest.mark.parametrize("category", [Category.PUBLIC_OFFICIAL, Category.PUBLIC_FIGURE])
def test_e2_p2_private_moment_needs_consent(category: Category) -> None:
    case = replace(make_case(adult(category)), purpose=Purpose.INFORMATION)

    assert ask_for(Code.NEVER_ASKED) == outcome(case)


def test_e2_an_employee_is_no_public_official() -> None:
    case = in_function(Category.EMPLOYEE, Purpose.INFORMATION)

    assert ask_for(Code.NEVER_ASKED) == outcome(case)
