"""
The story that the demo tells is the one that the rules tell.
"""

from collections import Counter
from datetime import date

import pytest

from cli.demo.cast import everybody
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.catalogue import SCENES, UNREGISTERED
from cli.demo.expectations import EXPECTATIONS, Expectation
from service.decision.ids import ChannelId
from service.decision.post import decide_post
from service.decision.terms import Answer
from service.decision.verdict import Verdict
from tests.cli.demo.dossiers import case_of, noon

TODAYS = (
    date(2026, 3, 2),
    date(2026, 3, 4),
    date(2026, 7, 1),
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2031, 10, 26),
)
APPLIED_AS = {
    "A1": {"A1", "A6"},
    "A2": {"A2"},
    "A3": {"A3"},
    "A4": {"A4"},
    "A5": {"A5"},
    "E1": {"E1"},
    "M1": {"M1", "M4", "M5"},
    "M2": {"M2"},
    "M?": {"M1", "M2"},
    "P1": {"P1"},
}
"""For each row that the rules apply, the rows of the law that it stands for."""
BY_SLUG: dict[str, Scene] = {scene.slug: scene for scene in SCENES}


def judged(expectation: Expectation, today: date) -> Verdict:
    scene = BY_SLUG[expectation.scene]
    case = case_of(scene, expectation.purpose or scene.purpose, today)
    return decide_post(case, ChannelId(expectation.channel), noon(today))


@pytest.mark.parametrize("today", TODAYS, ids=str)
@pytest.mark.parametrize(
    "expectation", EXPECTATIONS, ids=lambda each: f"{each.scene}-{each.channel}"
)
def test_rules_answer_what_the_story_tells(expectation: Expectation, today: date) -> None:
    verdict = judged(expectation, today)
    codes = {reason.code for reason in verdict.reasons}

    assert (expectation.answer, frozenset()) == (verdict.answer, expectation.codes - codes)


def test_every_registered_scene_is_in_the_story() -> None:
    assert set(BY_SLUG) == {each.scene for each in EXPECTATIONS}


def test_every_answer_is_shown_several_times() -> None:
    counts = Counter(each.answer for each in EXPECTATIONS)

    assert set(Answer) == {answer for answer, count in counts.items() if count >= 3}


def test_rows_that_people_are_there_to_show_are_the_rows_the_rules_apply() -> None:
    today = TODAYS[2]
    told = {member.slug: set(member.rows) for member in everybody(today)}
    applied = {
        (reason.person_id, reason.row)
        for expectation in EXPECTATIONS
        for reason in judged(expectation, today).reasons
        if reason.person_id is not None
    }
    strayed = {(slug, row) for slug, row in applied if told[slug].isdisjoint(APPLIED_AS[row])}

    assert set() == strayed


def test_picture_that_nobody_attested_is_never_cleared() -> None:
    today = TODAYS[2]
    case = case_of(UNREGISTERED, UNREGISTERED.purpose, today)
    answers = {decide_post(case, channel, noon(today)).answer for channel in case.channels}

    assert Answer.PUBLISH not in answers
