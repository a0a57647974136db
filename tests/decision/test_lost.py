"""
What is out there is judged again by the same rules, for its people only.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.decision.case import Case, Intent
from service.decision.channels import Quota
from service.decision.lost import has_come_to_end, losses, losses_by_time
from service.decision.people import Dossier
from service.decision.post import decide_post
from service.decision.takedowns import HOURS, STEPS, due_at, needs_note
from service.decision.terms import Answer, HoldKind, Medium
from service.decision.verdict import Code
from tests.decision.build import (
    for_group,
    make_case,
    make_family,
    make_hold,
    make_no,
    make_person,
    make_yes,
)
from tests.decision.cast import AT, CLOSED, FB, SIGNED_AT, TODAY
from tests.decision.strategies import cases

LATER = SIGNED_AT + timedelta(days=1)


def _pictured(dossier: Dossier) -> Case:
    """
    Show somebody in a picture on Facebook.
    """
    return make_case(dossier)


def _codes(case: Case) -> set[Code]:
    return {each.code for each in losses(case, FB, AT)}


def test_whoever_said_yes_may_stay() -> None:
    anna = Dossier(make_person("anna"), acts=(make_yes("anna", "anna"),))

    assert () == losses(_pictured(anna), FB, AT)


def test_whoever_said_no_since_is_lost() -> None:
    anna = Dossier(
        make_person("anna"),
        acts=(make_yes("anna", "anna"), make_no("anna", "anna", signed_at=LATER)),
    )
    (reason,) = losses(_pictured(anna), FB, AT)

    assert ("anna", True) == (reason.person_id, has_come_to_end(reason))


def test_what_only_the_channel_forbids_takes_nothing_down() -> None:
    anna = Dossier(make_person("anna"), acts=(make_yes("anna", "anna"),))
    case = _pictured(anna)
    full = replace(case.channels[FB], quota=Quota(0), closed=True, purposes=frozenset())
    shut = replace(case, channels={FB: full}, intent=Intent.PUBLISH)

    assert Answer.DO_NOT_PUBLISH is decide_post(shut, FB, AT).answer
    assert set() == _codes(shut)


def test_who_left_may_stay_where_they_are() -> None:
    anna = Dossier(replace(make_person("anna"), left_on=TODAY), acts=(make_yes("anna", "anna"),))

    assert Code.LEFT_ORGANISATION in {
        each.code for each in decide_post(_pictured(anna), FB, AT).reasons
    }
    assert set() == _codes(_pictured(anna))


def test_a_yes_that_ran_out_has_come_to_its_end_and_one_never_given_has_not() -> None:
    ran_out = replace(make_yes("anna", "anna"), expires_on=TODAY - timedelta(days=1))
    (expired,) = losses(_pictured(Dossier(make_person("anna"), acts=(ran_out,))), FB, AT)
    (silent,) = losses(_pictured(Dossier(make_person("anna"))), FB, AT)

    assert (Code.EXPIRED, True) == (expired.code, has_come_to_end(expired))
    assert (Code.NEVER_ASKED, False) == (silent.code, has_come_to_end(silent))


def test_a_hold_on_the_photo_takes_it_down_and_one_on_the_house_does_not() -> None:
    anna = Dossier(make_person("anna"), acts=(make_yes("anna", "anna"),))
    case = _pictured(anna)
    photo_id = case.pictures[0].resemblances[0].photo.id
    hold = make_hold(HoldKind.OBJECTION)

    assert {Code.OBJECTION_OPEN} == _codes(replace(case, holds=(replace(hold, photo_id=photo_id),)))
    assert set() == _codes(replace(case, holds=(make_hold(HoldKind.CRISIS),)))


def _lost_since(dossier: Dossier, since: datetime) -> set[Code]:
    """
    Show somebody on Facebook since an instant; say what time put in the way.
    """
    return {each.code for each in losses_by_time(_pictured(dossier), FB, since, AT)}


def test_an_answer_to_something_else_does_not_outlive_the_yes_of_parents() -> None:
    birthday = TODAY - timedelta(days=1)
    child = replace(
        make_person("child"), born_on=birthday.replace(year=birthday.year - 18), jurisdiction="FR"
    )
    group = for_group(replace(make_yes("child", "child"), channel_ids=frozenset({CLOSED})))
    yes = [make_yes("child", each) for each in ("mother", "father")]
    family = make_family(child, group, *yes)

    assert () == losses(_pictured(family), FB, AT - timedelta(days=3))
    assert {Code.CHANNEL_NOT_COVERED} == _lost_since(family, AT - timedelta(days=3))
    assert set() == _lost_since(family, AT), "the doubt was there when it was published"


def test_what_somebody_doubts_or_a_death_is_no_doing_of_time() -> None:
    yes = make_yes("anna", "anna")
    held = Dossier(make_person("anna"), acts=(yes,), holds=(make_hold(HoldKind.RESTRICTION),))
    dead = Dossier(replace(make_person("anna"), died_on=TODAY), acts=(yes,))

    for each in (held, dead):
        assert () != losses(_pictured(each), FB, AT)
        assert set() == _lost_since(each, AT - timedelta(days=3))


@given(cases(), st.data())
def test_whoever_may_be_published_now_is_never_lost(case: Case, draw: st.DataObject) -> None:
    channel_id = draw.draw(st.sampled_from(sorted(case.channels)))

    found = losses(case, channel_id, AT)

    assert set(found) <= set(decide_post(case, channel_id, AT).reasons)


@pytest.mark.parametrize("medium", list(Medium))
def test_every_medium_has_its_steps_and_its_time(medium: Medium) -> None:
    assert STEPS[medium]
    assert AT + timedelta(hours=HOURS[medium]) == due_at(medium, AT, {})
    assert AT + timedelta(hours=5) == due_at(medium, AT, {medium: 5})


def test_of_paper_and_of_what_was_sent_a_note_is_kept() -> None:
    noted = {each for each in Medium if needs_note(each)}

    assert {Medium.PRINT, Medium.PRESS, Medium.EMAIL, Medium.MESSAGING} == noted
