"""
What holds for everybody and every history of answers (domain section 3.4).

A verdict is worse or better by its answer: `do_not_publish`, `ask`, `publish`.
"""

from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId
from service.decision.people import Dossier
from service.decision.post import decide_post
from service.decision.terms import Answer, ProtectionKind
from tests.decision.archetypes import adults, clear, minors, silent_holder
from tests.decision.asking import answer
from tests.decision.build import (
    make_authority,
    make_protection,
)
from tests.decision.cast import AT, SIGNED_AT
from tests.decision.lots import orders
from tests.decision.ranking import ANY, MANY, rank, reordered
from tests.decision.strategies import (
    LIVING,
    SAM,
    answers,
    cases,
    channels,
    instants,
    refusals,
)

ALIVE = [*LIVING[SAM], *map(clear, LIVING[SAM])]
UNPROTECTED = [clear(one) for one in LIVING[SAM] if not one.protections]


def about_sam(case: Case, dossier: Dossier) -> Case:
    """
    Know other facts about Sam.
    """
    return replace(case, dossiers={**case.dossiers, SAM: dossier})


def add_acts(case: Case, *acts: ConsentAct) -> Case:
    """
    Let somebody answer about Sam.
    """
    sam = case.dossiers[SAM]
    return about_sam(case, replace(sam, acts=(*sam.acts, *acts)))


@pytest.mark.parametrize("wanted", list(Answer))
@pytest.mark.parametrize("people", [minors(SAM), adults(SAM)])
def test_the_draws_reach_every_answer(wanted: Answer, people: tuple[Dossier, ...]) -> None:
    cleared = [clear(one) for one in people]
    found = find(cases(people=cleared), lambda case: answer(case) is wanted, settings=ANY)

    assert wanted == answer(found)


@MANY
@given(cases(), refusals(SAM), channels, instants)
def test_one_more_no_never_raises_the_answer(
    case: Case, no: ConsentAct, channel_id: ChannelId, at: datetime
) -> None:
    assert rank(add_acts(case, no), channel_id, at) <= rank(case, channel_id, at)


@MANY
@given(cases(), channels, instants)
def test_one_more_holder_who_is_silent_never_raises_the_answer(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    sam = case.dossiers[SAM]
    more = replace(sam, authorities=(*sam.authorities, silent_holder(SAM)))

    assert rank(about_sam(case, more), channel_id, at) <= rank(case, channel_id, at)


@MANY
@given(cases(people=UNPROTECTED), channels, instants)
def test_an_order_that_asks_for_an_assistant_never_raises_the_answer(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    sam = case.dossiers[SAM]
    assistant = replace(silent_holder(SAM), kind=make_authority(SAM, "assistant").kind)
    order = make_protection(ProtectionKind.ASSISTANCE)
    more = replace(sam, authorities=(*sam.authorities, assistant), protections=(order,))

    assert rank(about_sam(case, more), channel_id, at) <= rank(case, channel_id, at)


@MANY
@given(cases(), orders(8), channels, instants)
def test_order_of_answers_and_authorities_is_irrelevant(
    case: Case, order: list[int], channel_id: ChannelId, at: datetime
) -> None:
    sam = case.dossiers[SAM]
    acts, authorities = reordered(sam.acts, order), reordered(sam.authorities, order)
    other = about_sam(case, replace(sam, acts=acts, authorities=authorities))

    assert len(sam.acts) == len(acts)
    assert decide_post(case, channel_id, at) == decide_post(other, channel_id, at)


def at_once(act: ConsentAct) -> ConsentAct:
    """
    Let an answer be given when every other was.
    """
    return replace(act, signed_from=SIGNED_AT, signed_until=SIGNED_AT, recorded_at=SIGNED_AT)


@MANY
@given(cases(), orders(8), channels)
def test_order_of_answers_given_at_one_instant_is_irrelevant(
    case: Case, order: list[int], channel_id: ChannelId
) -> None:
    sam = case.dossiers[SAM]
    acts = tuple(at_once(act) for act in sam.acts)
    first, second = (
        about_sam(case, replace(sam, acts=some)) for some in (acts, reordered(acts, order))
    )

    assert decide_post(first, channel_id, AT) == decide_post(second, channel_id, AT)


@MANY
@given(cases(people=ALIVE), channels, instants, instants)
def test_no_permission_appears_by_waiting(
    case: Case, channel_id: ChannelId, one: datetime, other: datetime
) -> None:
    now, later = sorted((one, other))

    assert answer(case, channel_id, now) is Answer.PUBLISH or (
        answer(case, channel_id, later) is not Answer.PUBLISH
    )


@MANY
@given(cases(), answers(SAM), st.integers(min_value=1, max_value=400), channels)
def test_what_was_recorded_later_is_not_known(
    case: Case, act: ConsentAct, days: int, channel_id: ChannelId
) -> None:
    late = replace(act, recorded_at=AT + timedelta(days=days))
    at = AT + timedelta(days=500)

    assert decide_post(case, channel_id, at) == decide_post(add_acts(case, late), channel_id, at)


@MANY
@given(cases(), channels, instants)
def test_same_question_has_the_same_answer(case: Case, channel_id: ChannelId, at: datetime) -> None:
    again = replace(
        case,
        dossiers=deepcopy(case.dossiers),
        channels=deepcopy(case.channels),
        pictures=deepcopy(case.pictures),
    )

    assert decide_post(case, channel_id, at) == decide_post(again, channel_id, at)


def forgets_birth_date(dossier: Dossier) -> Dossier:
    return replace(dossier, person=replace(dossier.person, born_on=None))


def forgets_proof_of_authority(dossier: Dossier) -> Dossier:
    unproven = (replace(authority, verified=False) for authority in dossier.authorities)
    return replace(dossier, authorities=tuple(unproven))


def forgets_who_has_authority(dossier: Dossier) -> Dossier:
    return replace(dossier, authorities=())


def forgets_evidence(dossier: Dossier) -> Dossier:
    return replace(dossier, acts=tuple(replace(act, evidence_id=None) for act in dossier.acts))


def forgets_purposes(dossier: Dossier) -> Dossier:
    return replace(dossier, acts=tuple(replace(act, purposes=frozenset()) for act in dossier.acts))


def forgets_every_yes(dossier: Dossier) -> Dossier:
    return replace(dossier, acts=tuple(act for act in dossier.acts if not act.is_yes))


FORGETFUL = (
    forgets_birth_date,
    forgets_proof_of_authority,
    forgets_who_has_authority,
    forgets_evidence,
    forgets_purposes,
    forgets_every_yes,
)


@MANY
@given(cases(people=ALIVE), channels, instants)
def test_forgetting_about_a_person_permits_nothing(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    poorer = {each.__name__: about_sam(case, each(case.dossiers[SAM])) for each in FORGETFUL}
    permitted = [
        name for name, less in poorer.items() if answer(less, channel_id, at) is Answer.PUBLISH
    ]

    assert answer(case, channel_id, at) is Answer.PUBLISH or [] == permitted


@MANY
@given(cases(), channels, instants)
def test_forgetting_a_form_or_a_person_permits_nothing(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    without_forms = replace(case, form_versions={})
    without_sam = replace(case, dossiers={})

    assert rank(without_forms, channel_id, at) <= rank(case, channel_id, at)
    assert answer(without_sam, channel_id, at) is not Answer.PUBLISH
