"""
Ask the demo organisation, in a real storage, about its real pictures.
"""

from pathlib import Path

import pytest

from cli.demo.cast import everybody
from cli.demo.channels import CHANNELS
from cli.demo.drawing.scenes.catalogue import SCENES
from cli.demo.expectations import EXPECTATIONS, Expectation
from cli.demo.house import SLUG
from service.decision.terms import Answer
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.registry import Registry
from service.wiring import clock

BY_SLUG = {place.slug: place for place in CHANNELS}
PURPOSES = {scene.slug: scene.purpose for scene in SCENES}


def ask(registry: Registry, pictures: Path, expected: Expectation) -> tuple[Answer, set[str]]:
    """
    Ask about a scene the way `obstat check` does.
    """
    file = next((pictures / "photos").glob(f"*-{expected.scene}.*"))
    question = CheckQuestion(
        purpose=expected.purpose or PURPOSES[expected.scene],
        channel=expected.channel,
        uploads=(Upload(file.read_bytes(), file.name),),
    )
    outcome = registry.checks.check_post(registry.organisations.act_as_operator(SLUG), question)
    return Answer(outcome["answer"]), {each["code"] for each in outcome["reasons"]}


@pytest.mark.parametrize("expected", EXPECTATIONS, ids=lambda each: f"{each.scene}-{each.channel}")
def test_the_story_is_answered_as_it_is_told(
    registry: Registry, pictures: Path, expected: Expectation
) -> None:
    answer, codes = ask(registry, pictures, expected)

    assert expected.answer is answer
    assert {code.value for code in expected.codes} <= codes


def test_the_ledger_of_three_years_verifies(registry: Registry) -> None:
    found = registry.ledger.verify_ledger(registry.organisations.act_as_operator(SLUG))

    assert found.broken is None
    assert found.log is not None
    assert found.log.size > len(everybody(clock().date()))


def test_two_channels_were_forgotten_when_the_others_were_read_again(registry: Registry) -> None:
    caller = registry.organisations.act_as_operator(SLUG)
    due = registry.overviews.list_reviews(caller)

    assert {BY_SLUG[each].name for each in ("instagram", "leaflet")} == {
        each.subject.name for each in due
    }
