"""
Mistakes that image libraries and schools have made before.

Each test names what went wrong there; here it must come out right.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId
from service.decision.people import Dossier
from service.decision.terms import ActKind, Answer, Category
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    OWN_RIGHTS,
    make_act,
    make_case,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import (
    CLOSED,
    FB,
    SIGNED_AT,
    TODAY,
    WEB,
)

LATER = SIGNED_AT + timedelta(days=30)
YES, NO = make_yes("anna", "anna"), make_no("anna", "anna")


def adult(*acts: ConsentAct) -> Case:
    """
    Show an adult who answers alone.
    """
    return make_case(Dossier(make_person("anna"), acts=acts))


def test_not_asked_and_refused_are_two_things() -> None:
    """
    A library could store only the absence of a yes.
    """
    outcomes = [outcome(adult()), outcome(adult(NO))]

    assert [ask_for(Code.NEVER_ASKED), denied_for(Code.REFUSED)] == outcomes


def test_withdrawal_for_one_channel_leaves_the_others() -> None:
    """
    Revoking was all or nothing.
    """
    both = make_yes("anna", "anna", FB, WEB)
    withdrawn = make_act(ActKind.WITHDRAWN, "anna", "anna", WEB, signed_at=LATER)
    case = adult(both, withdrawn)

    assert [PUBLISH, denied_for(Code.WITHDRAWN)] == [outcome(case, key) for key in (FB, WEB)]


def test_consent_with_a_duration_ends() -> None:
    """
    A duration was collected, and no state `expired` existed.
    """
    assert ask_for(Code.EXPIRED) == outcome(adult(replace(YES, expires_on=date(2025, 12, 31))))


def test_whoever_withdrew_may_say_yes_again() -> None:
    """
    A revoked record could never be granted again.
    """
    withdrawn = make_act(ActKind.WITHDRAWN, "anna", "anna", signed_at=LATER)
    again = make_yes("anna", "anna", signed_at=LATER + timedelta(days=1))

    assert PUBLISH == outcome(adult(YES, withdrawn, again))


def test_withdrawal_dated_before_the_answer_does_not_undo_it() -> None:
    """
    Dates that contradict each other were accepted and then misread.
    """
    early = make_act(ActKind.WITHDRAWN, "anna", "anna", signed_at=SIGNED_AT - timedelta(days=1))

    assert PUBLISH == outcome(adult(early, YES))


def test_more_people_than_consents_asks() -> None:
    """
    One form linked to a group photo cleared everybody in it.
    """
    case = make_case(Dossier(make_person("anna"), acts=(YES,)), Dossier(make_person("bruno")))

    assert ask_for(Code.NEVER_ASKED) == outcome(case)


@pytest.mark.parametrize("channel_id", [FB, WEB])
def test_yes_for_the_closed_group_covers_no_public_page(channel_id: ChannelId) -> None:
    """
    Photos agreed for the parents' group appeared on the public website.
    """
    closed = make_yes("anna", "anna", CLOSED)

    assert [Answer.PUBLISH, Answer.ASK] == [
        answer(adult(closed), key) for key in (CLOSED, channel_id)
    ]


def test_refused_for_the_press_is_refused_at_home_too_when_said_so() -> None:
    """
    A class photo went to a paper although the family had refused any media.
    """
    any_media = replace(NO, everywhere=True, channel_ids=frozenset())

    assert [Answer.DO_NOT_PUBLISH] * 3 == [
        answer(adult(any_media), key) for key in (FB, CLOSED, WEB)
    ]


def test_staff_are_asked_like_everybody() -> None:
    """
    Only the children were asked.
    """
    case = make_case(Dossier(make_person("anna", category=Category.EMPLOYEE)))

    assert ask_for(Code.NEVER_ASKED) == outcome(case)


def test_licence_and_consent_are_judged_together() -> None:
    """
    A library kept both and never combined them.
    """
    expired = replace(make_photo("anna"), rights=replace(OWN_RIGHTS, licence_until_on=TODAY))
    case = replace(adult(make_no("anna", "anna")), pictures=(make_picture(expired),))

    assert denied_for(Code.REFUSED, Code.RIGHTS_MISSING) == outcome(case)
