"""
What holds for every picture, caption and page of a post (domain section 3.4).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from service.decision.case import Case, Use
from service.decision.ids import ChannelId
from service.decision.naming import Mention
from service.decision.people import Dossier
from service.decision.photos import Photo, Picture, Resemblance
from service.decision.post import decide_everywhere, decide_photo, decide_post, decide_text
from service.decision.terms import Answer, HoldKind, MatchClass
from service.decision.verdict import Effect, worst
from tests.decision.asking import answer
from tests.decision.build import make_hold, make_photo
from tests.decision.lots import orders
from tests.decision.ranking import ANY, MANY, RANK, rank, reordered
from tests.decision.strategies import (
    KIM,
    LOU,
    MENTIONS,
    NEIGHBOURS,
    SAM,
    USES,
    channels,
    dossiers,
    instants,
    posts,
)

CLOSENESS = list(MatchClass)


@pytest.mark.parametrize("wanted", list(Answer))
def test_the_draws_reach_every_answer(wanted: Answer) -> None:
    found = find(posts(), lambda case: answer(case) is wanted, settings=ANY)

    assert wanted == answer(found)


def with_first(case: Case, picture: Picture) -> Case:
    """
    Put another picture in the first place.
    """
    return replace(case, pictures=(picture, *case.pictures[1:]))


def with_photo(case: Case, edit: Callable[[Photo], Photo]) -> Case:
    """
    Change the closest photo of the first picture.
    """
    picture = case.pictures[0]
    if not picture.resemblances:
        return case
    closest, *others = picture.resemblances
    edited = replace(closest, photo=edit(closest.photo))
    return with_first(case, replace(picture, resemblances=(edited, *others)))


@MANY
@given(posts(), st.sampled_from([SAM, KIM, LOU]), channels, instants)
def test_one_more_person_in_a_photo_never_raises_the_answer(
    case: Case, person: str, channel_id: ChannelId, at: datetime
) -> None:
    more = make_photo(person).depictions
    fuller = with_photo(case, lambda photo: replace(photo, depictions=(*photo.depictions, *more)))

    assert rank(fuller, channel_id, at) <= rank(case, channel_id, at)


@MANY
@given(posts(), st.sampled_from(NEIGHBOURS), channels, instants)
def test_one_more_likeness_never_raises_the_answer(
    case: Case, neighbour: Resemblance, channel_id: ChannelId, at: datetime
) -> None:
    picture = case.pictures[0]
    near = sorted((*picture.resemblances, neighbour), key=lambda one: CLOSENESS.index(one.match))
    doubted = with_first(case, replace(picture, resemblances=tuple(near)))

    assert rank(doubted, channel_id, at) <= rank(case, channel_id, at)


@MANY
@given(posts(), st.sampled_from(MENTIONS), st.sampled_from(USES), channels, instants)
def test_one_more_name_or_use_never_raises_the_answer(
    case: Case, mention: Mention, use: Use, channel_id: ChannelId, at: datetime
) -> None:
    before = rank(case, channel_id, at)
    more = (
        replace(case, mentions=(*case.mentions, mention)),
        replace(case, names_unknown=case.names_unknown + 1),
        replace(case, uses=(*case.uses, use)),
    )

    assert all(rank(one, channel_id, at) <= before for one in more)


@MANY
@given(posts(), channels, instants)
def test_forgetting_about_a_photo_permits_nothing(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    poorer = [
        with_photo(case, lambda photo: replace(photo, attestation=None)),
        with_photo(case, lambda photo: replace(photo, rights=None)),
        with_first(case, Picture()),
        replace(case, dossiers={SAM: case.dossiers[SAM]}),
    ]
    before = rank(case, channel_id, at)

    assert answer(poorer[2], channel_id, at) is not Answer.PUBLISH
    assert all(rank(one, channel_id, at) <= max(before, 1) for one in poorer)


@MANY
@given(posts(), channels, instants)
def test_answer_is_the_worst_of_the_reasons(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    verdict = decide_post(case, channel_id, at)
    effects = [reason.effect for reason in verdict.reasons]
    denied = Effect.STOP in effects or Effect.DENY in effects
    asked = Answer.ASK if effects else Answer.PUBLISH

    assert (Answer.DO_NOT_PUBLISH if denied else asked) == verdict.answer
    assert sorted(verdict.reasons, key=lambda one: one.sort_key) == list(verdict.reasons)


def parts_of(case: Case) -> list[Case]:
    """
    Take a post apart: each picture, each name, each other use.
    """
    bare = replace(case, pictures=(), mentions=(), uses=())
    return [
        *(replace(bare, pictures=(one,)) for one in case.pictures),
        *(replace(bare, mentions=(one,)) for one in case.mentions),
        *(replace(bare, uses=(one,)) for one in case.uses),
    ]


@MANY
@given(posts(), channels, instants)
def test_post_is_the_worst_of_its_parts(case: Case, channel_id: ChannelId, at: datetime) -> None:
    pictures_only = replace(case, mentions=())
    parts = [answer(part, channel_id, at) for part in parts_of(pictures_only)]

    assert worst(tuple(parts)) == answer(pictures_only, channel_id, at)


@MANY
@given(posts(), channels, instants)
def test_post_is_never_better_than_any_part_of_it(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    whole = rank(case, channel_id, at)
    halves = (decide_photo, decide_text) if case.mentions else (decide_photo,)
    parts = [rank(part, channel_id, at) for part in parts_of(case)]
    parts += [RANK[decide(case, channel_id, at).answer] for decide in halves]

    assert whole <= min(parts)


@MANY
@given(posts(), instants)
def test_every_channel_is_decided_as_if_it_were_asked_alone(case: Case, at: datetime) -> None:
    one_by_one = {key: decide_post(case, key, at) for key in case.channels}

    assert one_by_one == decide_everywhere(case, at)


@MANY
@given(posts(), dossiers(LOU), channels, instants)
def test_facts_of_somebody_else_change_nothing(
    case: Case, lou: Dossier, channel_id: ChannelId, at: datetime
) -> None:
    crowded = replace(case, dossiers={LOU: lou, **case.dossiers})

    assert decide_post(case, channel_id, at) == decide_post(crowded, channel_id, at)


@MANY
@given(posts(), orders(4), channels, instants)
def test_order_of_people_names_and_pages_is_irrelevant(
    case: Case, order: list[int], channel_id: ChannelId, at: datetime
) -> None:
    people = reordered(tuple(case.dossiers.items()), order)
    pages = reversed(tuple(case.channels.items()))
    other = replace(
        case,
        dossiers=dict(people),
        channels=dict(pages),
        mentions=reordered(case.mentions, order),
        holds=reordered(case.holds, order),
    )
    shuffled = with_photo(
        other, lambda photo: replace(photo, depictions=reordered(photo.depictions, order))
    )

    assert decide_post(case, channel_id, at) == decide_post(shuffled, channel_id, at)


@MANY
@given(posts(), st.sampled_from(HoldKind), channels, instants)
def test_a_hold_on_a_person_weighs_the_same_in_the_case_and_in_the_dossier(
    case: Case, kind: HoldKind, channel_id: ChannelId, at: datetime
) -> None:
    hold = replace(make_hold(kind), person_id=SAM)
    dossier = case.dossiers[SAM]
    held = replace(dossier, holds=(*dossier.holds, hold))

    in_dossier = replace(case, dossiers={**case.dossiers, SAM: held})
    in_case = replace(case, holds=(*case.holds, hold))

    assert decide_post(in_dossier, channel_id, at) == decide_post(in_case, channel_id, at)
