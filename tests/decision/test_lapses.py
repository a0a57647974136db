"""
What makes an old yes stop counting, and what does not (domain section 2.6).
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.case import Case
from service.decision.consents import ConsentAct, FormVersion
from service.decision.ids import ChannelId, EvidenceId, FormVersionId, TemplateId
from service.decision.people import Dossier
from service.decision.terms import Answer, Matter, Method
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, Outcome, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    invalidate,
    make_authority,
    make_case,
    make_family,
    make_no,
    make_person,
    make_yes,
)
from tests.decision.cast import AT, BORN_8_YEARS_AGO, CLOSED, FB, SIGNED_AT, TODAY, WEB

YES, NO = make_yes("anna", "anna", FB, WEB), make_no("anna", "anna", FB, WEB)
LATER = SIGNED_AT + timedelta(days=30)
FORM = FormVersion(FormVersionId("form.1"), TemplateId("form"), 1, SIGNED_AT, material=False)
MATERIAL = FormVersion(FormVersionId("form.2"), TemplateId("form"), 2, LATER, material=True)
EDITORIAL = replace(MATERIAL, material=False)


def adult(*acts: ConsentAct) -> Case:
    """
    Show an adult who answers alone.
    """
    return make_case(Dossier(make_person("anna"), acts=acts))


def answered(act: ConsentAct, *versions: FormVersion) -> Case:
    """
    Show an adult who answered version 1 of a form that has other versions.
    """
    on_form = replace(act, form_version_id=FORM.id)
    return replace(adult(on_form), form_versions={one.id: one for one in (FORM, *versions)})


@pytest.mark.parametrize(
    ("expires_on", "expected"),
    [
        (TODAY - timedelta(days=1), ask_for(Code.EXPIRED)),
        (TODAY, PUBLISH),
        (TODAY + timedelta(days=1), PUBLISH),
    ],
)
def test_yes_holds_until_the_end_of_its_last_day(expires_on: date, expected: Outcome) -> None:
    assert expected == outcome(adult(replace(YES, expires_on=expires_on)))


def test_no_never_expires() -> None:
    no = replace(NO, expires_on=TODAY - timedelta(days=1))

    assert denied_for(Code.REFUSED) == outcome(adult(no))


def test_latest_yes_decides_also_when_it_expired_before_an_older_one() -> None:
    short = replace(make_yes("anna", "anna", signed_at=LATER), expires_on=TODAY - timedelta(days=1))

    assert ask_for(Code.EXPIRED) == outcome(adult(YES, short))


@pytest.mark.parametrize(
    ("starts_on", "expected"),
    [(TODAY + timedelta(days=1), Answer.ASK), (TODAY, Answer.PUBLISH)],
)
def test_yes_for_later_starts_on_its_first_day(starts_on: date, expected: Answer) -> None:
    assert expected == answer(adult(replace(YES, starts_on=starts_on)))


def test_material_new_form_version_supersedes_an_older_yes() -> None:
    assert ask_for(Code.FORM_SUPERSEDED) == outcome(answered(YES, MATERIAL))


def test_material_new_form_version_leaves_an_older_no() -> None:
    assert denied_for(Code.REFUSED) == outcome(answered(NO, MATERIAL))


def test_editorial_new_form_version_changes_nothing() -> None:
    assert PUBLISH == outcome(answered(YES, EDITORIAL))


def test_editorial_version_after_a_material_one_does_not_heal_it() -> None:
    third = replace(EDITORIAL, id=FormVersionId("form.3"), number=3)

    assert ask_for(Code.FORM_SUPERSEDED) == outcome(answered(YES, MATERIAL, third))


@pytest.mark.parametrize(
    ("channel_id", "expected"), [(WEB, ask_for(Code.FORM_SUPERSEDED)), (FB, PUBLISH)]
)
def test_new_version_supersedes_only_the_channels_it_changes(
    channel_id: ChannelId, expected: Outcome
) -> None:
    partial = replace(MATERIAL, changed_channel_ids=frozenset({WEB}))

    assert expected == outcome(answered(YES, partial), channel_id)


@pytest.mark.parametrize(
    ("matter", "expected"),
    [(Matter.NAME, PUBLISH), (Matter.IMAGE, ask_for(Code.FORM_SUPERSEDED))],
)
def test_new_version_supersedes_only_the_matters_it_changes(
    matter: Matter, expected: Outcome
) -> None:
    partial = replace(MATERIAL, changed_matters=frozenset({matter}))

    assert expected == outcome(answered(YES, partial))


def test_version_that_is_not_published_yet_supersedes_nothing() -> None:
    draft = replace(MATERIAL, published_at=AT + timedelta(days=1))

    assert PUBLISH == outcome(answered(YES, draft))


def test_another_form_supersedes_nothing() -> None:
    assert PUBLISH == outcome(answered(YES, replace(MATERIAL, template_id=TemplateId("trip"))))


def test_yes_on_the_new_version_counts() -> None:
    new = replace(make_yes("anna", "anna", signed_at=LATER), form_version_id=MATERIAL.id)
    case = answered(YES, MATERIAL)
    acts = (*case.dossiers[YES.person_id].acts, new)

    assert PUBLISH == outcome(replace(adult(*acts), form_versions=case.form_versions))


def test_yes_on_a_form_that_cannot_be_found_does_not_count() -> None:
    assert Answer.ASK == answer(adult(replace(YES, form_version_id=FORM.id)))


@pytest.mark.parametrize(("act", "expected"), [(YES, Answer.ASK), (NO, Answer.DO_NOT_PUBLISH)])
def test_channel_that_came_to_mean_something_else_lapses_the_yes_only(
    act: ConsentAct, expected: Answer
) -> None:
    case = adult(act)
    page = replace(case.channels[FB], meaning_since=LATER)

    assert expected == answer(replace(case, channels={FB: page}))


def test_yes_given_after_the_channel_changed_its_meaning_counts() -> None:
    case = adult(make_yes("anna", "anna", signed_at=LATER))
    page = replace(case.channels[FB], meaning_since=LATER)

    assert PUBLISH == outcome(replace(case, channels={FB: page}))


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (TODAY - timedelta(days=1), ask_for(Code.EVIDENCE_MISSING)),
        (TODAY, PUBLISH),
    ],
)
def test_paper_yes_holds_until_the_day_its_scan_is_due(due_on: date, expected: Outcome) -> None:
    paper = replace(YES, method=Method.PAPER, evidence_due_on=due_on)

    assert expected == outcome(adult(paper))


def test_paper_yes_with_its_scan_holds_on() -> None:
    scan = EvidenceId("scan")
    due_on = TODAY - timedelta(days=90)
    paper = replace(YES, method=Method.PAPER, evidence_due_on=due_on, evidence_id=scan)

    assert PUBLISH == outcome(adult(paper))


def test_paper_no_needs_no_scan() -> None:
    paper = replace(NO, method=Method.PAPER, evidence_due_on=TODAY - timedelta(days=90))

    assert denied_for(Code.REFUSED) == outcome(adult(paper))


TOM = make_person("tom", BORN_8_YEARS_AGO)
PARENTS = (make_yes("tom", "mother"), make_yes("tom", "father"))


def father_until(until_on: date, *acts: ConsentAct) -> Case:
    """
    Show a child whose father's authority ends on a day; the mother then decides alone.
    """
    mother = replace(make_authority("tom", "mother"), sole=True)
    father = replace(make_authority("tom", "father"), until_on=until_on)
    return make_case(Dossier(TOM, authorities=(mother, father), acts=acts))


def test_no_of_a_holder_whose_authority_ended_is_reviewed_not_dropped() -> None:
    no = make_no("tom", "father")

    assert ask_for(Code.AUTHORITY_ENDED) == outcome(father_until(TODAY, PARENTS[0], no))


def test_no_of_a_holder_denies_until_the_last_day() -> None:
    no = make_no("tom", "father")
    last_day = TODAY + timedelta(days=1)

    assert Answer.DO_NOT_PUBLISH == answer(father_until(last_day, PARENTS[0], no))


def test_new_holder_must_answer_too() -> None:
    dossier = make_family(TOM, *PARENTS)
    guardian = replace(make_authority("tom", "guardian"), from_on=TODAY)
    joined = replace(dossier, authorities=(*dossier.authorities, guardian))

    assert ask_for(Code.AWAITING_OTHER_SIGNER) == outcome(make_case(joined))


def test_unknown_birth_date_is_never_enough_to_publish() -> None:
    everybody = (*PARENTS, make_yes("tom", "tom"))

    assert Answer.ASK == answer(make_case(make_family(make_person("tom", None), *everybody)))


def test_no_of_a_parent_counts_while_the_birth_date_is_unknown() -> None:
    acts = (make_yes("tom", "tom"), make_no("tom", "father"))

    assert Answer.DO_NOT_PUBLISH == answer(make_case(make_family(make_person("tom", None), *acts)))


def test_adult_without_a_recorded_birth_date_answers_alone() -> None:
    known = replace(make_person("anna", None), known_adult=True)

    assert PUBLISH == outcome(make_case(Dossier(known, acts=(YES,))))


def test_invalidated_yes_never_counted() -> None:
    assert Answer.ASK == answer(adult(YES, invalidate(YES, LATER)))


def test_invalidated_yes_uncovers_the_no_before_it() -> None:
    yes = make_yes("anna", "anna", signed_at=SIGNED_AT + timedelta(days=1))

    assert denied_for(Code.REFUSED) == outcome(adult(NO, yes, invalidate(yes, LATER)))


def test_invalidated_no_asks_until_the_person_answers_again() -> None:
    no = make_no("anna", "anna", signed_at=SIGNED_AT + timedelta(days=1))
    acts = (YES, no, invalidate(no, LATER))
    again = make_yes("anna", "anna", signed_at=LATER + timedelta(days=1))

    assert [Answer.ASK, Answer.PUBLISH] == [answer(adult(*acts)), answer(adult(*acts, again))]


@pytest.mark.parametrize(("channel_id", "expected"), [(FB, Answer.ASK), (CLOSED, Answer.PUBLISH)])
def test_invalidating_one_act_leaves_the_others(channel_id: ChannelId, expected: Answer) -> None:
    other = make_yes("anna", "anna", CLOSED)

    assert expected == answer(adult(YES, other, invalidate(YES, LATER)), channel_id)


@pytest.mark.parametrize("by", ["father", "tom"])
def test_invalidated_no_of_somebody_nobody_needs_still_asks(by: str) -> None:
    no = make_no("tom", by, CLOSED)
    acts = (make_yes("tom", "mother", CLOSED), no, invalidate(no, LATER))

    assert Answer.ASK == answer(make_case(make_family(TOM, *acts)), CLOSED)
