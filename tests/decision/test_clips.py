"""
Whoever is in a clip is asked about being filmed, besides being seen.
"""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId
from service.decision.people import Dossier
from service.decision.photos import Picture
from service.decision.post import decide_post
from service.decision.terms import Answer, MatchClass, Matter
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, Outcome, answer, denied_for, outcome
from tests.decision.build import (
    make_case,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import AT, FB
from tests.decision.ranking import MANY, rank
from tests.decision.strategies import channels, instants, posts

SEEN = make_yes("anna", "anna", FB)
FILMED = make_yes("anna", "anna", FB, matter=Matter.VOICE)
CLIP = replace(make_picture(make_photo("anna")), moving=True)
STILL = replace(CLIP, moving=False)
REFUSED = (SEEN, make_no("anna", "anna", FB, matter=Matter.VOICE))


def _anna(*acts: ConsentAct) -> Dossier:
    return Dossier(make_person("anna"), acts=acts)


def test_a_yes_to_photos_is_none_to_video() -> None:
    case = replace(make_case(_anna(SEEN)), pictures=(CLIP,))

    (reason,) = decide_post(case, FB, AT).reasons
    assert (Code.NEVER_ASKED, Matter.VOICE, 0) == (reason.code, reason.matter, reason.picture)


def test_a_yes_to_video_is_none_to_photos() -> None:
    assert Answer.ASK is answer(replace(make_case(_anna(FILMED)), pictures=(CLIP,)))


def test_a_yes_to_both_lets_a_clip_be_published() -> None:
    assert PUBLISH == outcome(replace(make_case(_anna(SEEN, FILMED)), pictures=(CLIP,)))


@pytest.mark.parametrize(
    ("picture", "expected"),
    [(CLIP, denied_for(Code.REFUSED)), (STILL, PUBLISH)],
    ids=["the clip", "a still of it"],
)
def test_a_no_to_video_denies_the_clip_and_no_still_of_it(
    picture: Picture, expected: Outcome
) -> None:
    assert expected == outcome(replace(make_case(_anna(*REFUSED)), pictures=(picture,)))


def test_a_clip_that_only_resembles_asks_about_video_too() -> None:
    similar = replace(make_picture(make_photo("anna"), match=MatchClass.SIMILAR), moving=True)
    reasons = decide_post(replace(make_case(_anna(*REFUSED)), pictures=(similar,)), FB, AT).reasons

    assert {Code.IMAGE_SIMILAR_ONLY, Code.REFUSED} == {each.code for each in reasons}


@MANY
@given(posts(), channels, instants)
def test_what_moves_is_never_cleared_more_easily(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    moving = replace(case, pictures=tuple(replace(each, moving=True) for each in case.pictures))

    assert rank(moving, channel_id, at) <= rank(case, channel_id, at)
    still = set(decide_post(case, channel_id, at).reasons)
    assert still <= set(decide_post(moving, channel_id, at).reasons)
