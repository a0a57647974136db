"""
The pictures that a newcomer tries first are known again, for what they are.
"""

from pathlib import Path
from typing import Any

import pytest

from cli.demo.drawing.folder import TRIALS, Kind, Trial
from cli.demo.house import SLUG
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.registry import Registry

MAY_BE = {
    Kind.COPY: {"verified_copy"},
    Kind.TURNED: {"verified_copy"},
    Kind.ALTERED: {"altered_copy"},
    Kind.NEIGHBOUR: {"altered_copy", "similar"},
    Kind.UNKNOWN: {"none"},
}


def ask(registry: Registry, pictures: Path, name: str, channel: str | None = None) -> Any:  # noqa: ANN401  # plain values
    """
    Ask about something on somebody's telephone.
    """
    file = pictures / "essais" / name
    question = CheckQuestion(channel=channel, uploads=(Upload(file.read_bytes(), file.name),))
    return registry.checks.check_post(registry.organisations.act_as_operator(SLUG), question)


@pytest.mark.parametrize("trial", TRIALS, ids=lambda each: each.name)
def test_every_trial_is_known_for_what_it_is(
    registry: Registry, pictures: Path, trial: Trial
) -> None:
    outcome = ask(registry, pictures, trial.name)

    assert outcome["pictures"][0]["match"] in MAY_BE[trial.kind]


@pytest.mark.parametrize(
    "trial",
    [each for each in TRIALS if MAY_BE[each.kind] != {"verified_copy"}],
    ids=lambda each: each.name,
)
def test_nothing_but_an_honest_copy_is_published(
    registry: Registry, pictures: Path, trial: Trial
) -> None:
    outcome = ask(registry, pictures, trial.name)

    assert "publish" not in {each["answer"] for each in outcome["channels"].values()}


def test_a_copy_from_a_chat_is_answered_as_the_photo_itself(
    registry: Registry, pictures: Path
) -> None:
    workshop = ask(registry, pictures, "whatsapp-atelier.jpg", "facebook-page")
    beach = ask(registry, pictures, "whatsapp-plage.jpg", "facebook-colibris")

    assert ("publish", "do_not_publish") == (workshop["answer"], beach["answer"])


def test_somebody_who_refused_is_an_obstacle_in_a_screenshot_too(
    registry: Registry, pictures: Path
) -> None:
    outcome = ask(registry, pictures, "capture-plage.png", "facebook-colibris")

    assert "ask" == outcome["answer"]
    assert "refused" in {each["code"] for each in outcome["reasons"]}
