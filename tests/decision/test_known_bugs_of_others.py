"""
Mistakes that consent registries of hospitals and youth services have made.

Each test names what went wrong there; here it must come out right.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId, FormVersionId, SignatoryId
from service.decision.people import Dossier
from service.decision.terms import ActKind, Answer
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, Outcome, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    invalidate,
    make_act,
    make_authority,
    make_case,
    make_family,
    make_no,
    make_person,
    make_yes,
    on_paper,
)
from tests.decision.cast import (
    AT,
    BORN_8_YEARS_AGO,
    BORN_15_YEARS_AGO,
    CLOSED,
    FB,
    SIGNED_AT,
    TODAY,
    WEB,
)

LATER = SIGNED_AT + timedelta(days=30)
YES, NO = make_yes("anna", "anna"), make_no("anna", "anna")
TOM = make_person("tom", BORN_8_YEARS_AGO)
MOTHER, FATHER = make_yes("tom", "mother", FB, WEB), make_yes("tom", "father")


def adult(*acts: ConsentAct) -> Case:
    """
    Show an adult who answers alone.
    """
    return make_case(Dossier(make_person("anna"), acts=acts))


def child(*acts: ConsentAct) -> Case:
    """
    Show a child of eight with a mother and a father.
    """
    return make_case(make_family(TOM, *acts))


def test_nothing_is_permitted_before_the_first_consent() -> None:
    """
    A hospital trust answered `true` for instants before the first signature.
    """
    assert Answer.ASK == answer(adult(YES), FB, SIGNED_AT - timedelta(days=1))


@pytest.mark.parametrize("acts", [(YES, NO), (NO, YES)])
def test_signatures_of_the_same_day_are_no_matter_of_luck(acts: tuple[ConsentAct, ...]) -> None:
    """
    Same-day signatures were ambiguous there: the order of rows decided.
    """
    day = date(2025, 9, 1)
    papers = (on_paper(act, day, recorded_at=LATER) for act in acts)

    assert denied_for(Code.REFUSED) == outcome(adult(*papers))


def test_date_of_signature_orders_answers_and_not_the_date_of_typing() -> None:
    """
    The date of signature was ignored: what was typed in last won.
    """
    old_yes = on_paper(YES, date(2025, 9, 1), recorded_at=AT - timedelta(days=1))
    new_no = make_no("anna", "anna", signed_at=LATER)

    assert denied_for(Code.REFUSED) == outcome(adult(new_no, old_yes))


@pytest.mark.parametrize(("act", "expected"), [(YES, Answer.ASK), (NO, Answer.DO_NOT_PUBLISH)])
def test_unknown_form_version_neither_permits_nor_breaks(act: ConsentAct, expected: Answer) -> None:
    """
    An unknown version threw an exception, also where it did not matter.
    """
    assert expected == answer(adult(replace(act, form_version_id=FormVersionId("lost"))))


def test_refusal_form_cancels_an_earlier_acceptance() -> None:
    """
    A later refusal counted as `unknown` and left the acceptance standing.
    """
    refusal = make_no("anna", "anna", signed_at=LATER)

    assert denied_for(Code.REFUSED) == outcome(adult(YES, refusal))


def test_invalidated_consent_is_not_active() -> None:
    """
    An invalidated consent was still exported as active.
    """
    assert Answer.ASK == answer(adult(YES, invalidate(YES, LATER)))


def test_answer_that_was_sent_twice_counts_once() -> None:
    """
    Two requests at once stored the same consent twice.
    """
    twice = adult(YES, YES)

    assert PUBLISH == outcome(twice)
    assert Answer.ASK == answer(adult(YES, YES, invalidate(YES, LATER)))


def test_two_parents_of_one_name_are_two_people() -> None:
    """
    The latest answer was grouped by name: two parents of one name were one.
    """
    dossier = make_family(TOM)
    first, second = (SignatoryId("dominique-1"), SignatoryId("dominique-2"))
    parents = zip(dossier.authorities, (first, second), strict=True)
    authorities = tuple(replace(parent, signatory_id=by) for parent, by in parents)
    no = replace(make_no("tom", "father"), signatory_id=first)
    yes = replace(make_yes("tom", "mother", signed_at=LATER), signatory_id=second)
    case = make_case(replace(dossier, authorities=authorities, acts=(no, yes)))

    assert Answer.DO_NOT_PUBLISH == answer(case)


def test_parents_in_conflict_and_parents_who_refuse_are_told_apart() -> None:
    """
    An optimisation showed conflicts as refusals, and nobody rang the parents.
    """
    conflict = outcome(child(MOTHER, make_no("tom", "father")))
    refusal = outcome(child(make_no("tom", "mother"), make_no("tom", "father")))

    assert [Answer.DO_NOT_PUBLISH, Answer.DO_NOT_PUBLISH] == [conflict[0], refusal[0]]
    assert [True, False] == [Code.SIGNERS_DISAGREE in codes for _, codes in (conflict, refusal)]


@pytest.mark.parametrize(
    ("channel_id", "expected"), [(FB, PUBLISH), (WEB, ask_for(Code.AWAITING_OTHER_SIGNER))]
)
def test_parents_who_agree_on_different_channels_agree_on_what_both_named(
    channel_id: ChannelId, expected: Outcome
) -> None:
    """
    Two yes with different content were taken for one agreement.
    """
    assert expected == outcome(child(MOTHER, FATHER), channel_id)


def test_failed_capacity_test_does_not_erase_the_parents_yes() -> None:
    """
    A child found not able to decide lost the parents' consent as well.
    """
    tom = make_person("tom", BORN_15_YEARS_AGO)
    unable = replace(tom, discerning_from=TODAY + timedelta(days=365))

    assert PUBLISH == outcome(make_case(make_family(unable, MOTHER, FATHER)))


def test_withdrawing_is_a_no_and_invalidating_is_no_answer() -> None:
    """
    Withdrawing and invalidating were one button.
    """
    withdrawn = make_act(ActKind.WITHDRAWN, "anna", "anna", signed_at=LATER)
    outcomes = [outcome(adult(YES, act)) for act in (withdrawn, invalidate(YES, LATER))]

    assert denied_for(Code.WITHDRAWN) == outcomes[0]
    assert Answer.ASK == outcomes[1][0]


def test_invalidating_the_fathers_yes_leaves_the_mothers() -> None:
    """
    Invalidating one answer invalidated the others of the child.
    """
    closed = make_yes("tom", "mother", CLOSED), make_yes("tom", "father", CLOSED)
    case = child(*closed, invalidate(closed[1], LATER))

    assert PUBLISH == outcome(case, CLOSED)


def test_withdrawal_does_not_rewrite_the_past() -> None:
    """
    Withdrawing changed the row itself: the earlier consent could not be shown.
    """
    withdrawn = make_act(ActKind.WITHDRAWN, "anna", "anna", signed_at=LATER)
    case = adult(YES, withdrawn)

    assert [Answer.PUBLISH, Answer.DO_NOT_PUBLISH] == [
        answer(case, FB, at) for at in (LATER - timedelta(days=1), AT)
    ]


def test_answer_from_somebody_without_proof_of_authority_does_not_permit() -> None:
    """
    Parental responsibility was assumed from a surname.
    """
    unproven = replace(make_authority("tom", "mother"), sole=True, verified=False)
    case = make_case(Dossier(TOM, authorities=(unproven,), acts=(MOTHER,)))

    assert ask_for(Code.AUTHORITY_UNVERIFIED) == outcome(case)


def test_silent_second_parent_is_not_counted_as_agreeing() -> None:
    """
    A youth service copied the first parent's answer while the second was silent.
    """
    assert ask_for(Code.AWAITING_OTHER_SIGNER) == outcome(child(MOTHER))


def test_clearing_one_parents_answer_is_seen_at_once() -> None:
    """
    A stored flag kept saying yes after the parent's answer had been reset.
    """
    case = child(MOTHER, FATHER, invalidate(FATHER, LATER))

    assert [Answer.PUBLISH, Answer.ASK] == [answer(child(MOTHER, FATHER)), answer(case)]


def test_staff_cannot_say_yes_for_the_parents() -> None:
    """
    A bulk button of the staff wrote both parents' answers.
    """
    assert Answer.ASK == answer(child(make_yes("tom", "organisation")))
