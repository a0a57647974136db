"""
Run four checks the way a newcomer would like to see them.
"""

from dataclasses import dataclass
from pathlib import Path

from cli.demo import house
from cli.terminal.output import say, say_whole
from cli.terminal.verdicts import show_outcome
from service.decision.terms import Purpose
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.registry import Registry


@dataclass(frozen=True, slots=True)
class Stop:
    """
    One check of the tour: what is asked, and what it shows.
    """

    story: str
    channel: str
    picture: str | None = None
    name: str | None = None
    purpose: Purpose = Purpose.INFORMATION


TOUR = (
    Stop(
        "The workshop, for the public page: three adults, everybody agreed.",
        "facebook-page",
        picture="atelier",
    ),
    Stop(
        "The beach, for the closed group: one father said no in March.",
        "facebook-colibris",
        picture="plage",
    ),
    Stop(
        "The birthday, for the group: a girl turned eighteen last week.",
        "facebook-passerelle",
        picture="anniversaire",
    ),
    Stop(
        "A name, for the public page: may we write it under a picture?",
        "facebook-page",
        name="Emma Peeters",
    ),
)


def take_tour(registry: Registry, photos: Path) -> None:
    """
    Ask four questions about the demo organisation and print the answers.
    """
    caller = registry.organisations.act_as_operator(house.SLUG)
    for number, stop in enumerate(TOUR, 1):
        what = f"--name '{stop.name}'"
        if stop.picture:
            what = str(picture_of(photos, stop.picture))
        say(f"\n{number}. {stop.story}", style="bold")
        say_whole(f"   obstat check {what} --channel {stop.channel}", style="dim")
        show_outcome(registry.checks.check_post(caller, question_of(stop, photos)), {})


def question_of(stop: Stop, photos: Path) -> CheckQuestion:
    """
    Write the question of one stop.
    """
    file = picture_of(photos, stop.picture) if stop.picture else None
    return CheckQuestion(
        purpose=stop.purpose,
        channel=stop.channel,
        uploads=(Upload(file.read_bytes(), file.name),) if file else (),
        names=(stop.name,) if stop.name else (),
    )


def picture_of(photos: Path, scene: str) -> Path:
    """
    Find the file of a scene.
    """
    return next(photos.glob(f"*-{scene}.*"))
