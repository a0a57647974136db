"""
Check pictures, names and a caption.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import update_wrapper
from pathlib import Path
from typing import ParamSpec, TypedDict, TypeVar, Unpack

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.endings import tell
from cli.terminal.exits import EXIT_OF, Exit
from cli.terminal.finding import find_photo, name_of
from cli.terminal.output import emit, say, show_rows
from cli.terminal.pages import everything
from cli.terminal.reading import FILE, day, instant, one_of, text_of, uploads_of
from cli.terminal.verdicts import Plain, show_outcome
from cli.terminal.waiting import waiting
from cli.terminal.wording import REASON
from cli.terminal.words import Options, Word, examples
from service.decision.ids import PersonId
from service.decision.terms import Answer, Purpose
from service.errors import BadImage, NotFound, Unavailable
from service.usecases.checks.question import CheckQuestion

P = ParamSpec("P")
T = TypeVar("T")


class Asked(TypedDict):
    """
    The words of the command line that make the question.
    """

    photos: tuple[str, ...]
    names: tuple[str, ...]
    text: str | None
    channel: str | None
    purpose: str
    on: date | None
    as_of: datetime | None
    known_at: datetime | None


def or_ask(command: Callable[P, T]) -> Callable[P, T]:
    """
    Turn what is not available into exit code 4: silence is never a yes.
    """

    @click.pass_obj
    def careful(options: Options, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except Unavailable as trouble:
            message = f"{trouble.message} Nothing may be published on our word now; ask somebody."
            tell(Unavailable(message, field=trouble.field), as_json=options.json)
            raise click.exceptions.Exit(Exit.ASK) from trouble

    return update_wrapper(careful, command)


@click.command(
    cls=Word,
    epilog=examples(
        "obstat check holiday.jpg --channel facebook-page",
        "obstat check --name 'Léa D.'",
        "obstat check *.jpg --text @caption.txt -c website --purpose recruitment",
    ),
)
@click.argument("pictures", nargs=-1, type=FILE)
@click.option("--photo", "photos", multiple=True, metavar="PHOTO", help="Id or title, registered.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name; may be repeated.")
@click.option("--text", metavar="TEXT", help="A caption; @FILE reads a file, @- standard input.")
@click.option("--channel", "-c", metavar="CHANNEL", help="Short name, id or address; none: all.")
@one_of("--purpose", words=Purpose, what="What for", default=Purpose.INFORMATION.value)
@click.option("--on", type=day, metavar="DAY", help="Planned day, such as 2026-05-12.")
@click.option("--as-of", type=instant, metavar="INSTANT", help="As things stood then.")
@click.option("--known-at", type=instant, metavar="INSTANT", help="As far as it was known then.")
@click.option("--who", is_flag=True, help="Say whom each reason is about.")
@or_ask
@with_registry
def check(
    inside: Inside, /, pictures: tuple[Path, ...], *, who: bool, **asked: Unpack[Asked]
) -> None:
    """
    Ask whether pictures, names, captions may be published.

    A picture may be a clip (MP4, MOV, WebM) or a PDF: then it is told when, or on
    which page, something registered is seen.  What a PDF says is read for names.

    Without a channel: on which channels may they be?

    Ends with 0 publish, 3 do not publish, 4 ask; 2 when it cannot be asked so.
    """
    outcome = answer(inside, question_of(inside, pictures, asked), pictures)
    if inside.json:
        emit(outcome)
    else:
        show_outcome(outcome, names_of_channels(inside))
        if who:
            show_whom(inside, outcome)
        elif len(outcome["channels"]) == 1 and any(
            "person_id" in each for each in outcome["reasons"]
        ):
            say("Whom it is about: ask again with --who.", style="dim")
    raise click.exceptions.Exit(EXIT_OF[Answer(outcome["answer"])])


def question_of(inside: Inside, pictures: tuple[Path, ...], asked: Asked) -> CheckQuestion:
    """
    Put the question together.
    """
    return CheckQuestion(
        purpose=Purpose(asked["purpose"]),
        channel=asked["channel"],
        uploads=uploads_of(pictures, inside.settings.picture_max_bytes),
        photo_ids=tuple(find_photo(inside, each) for each in asked["photos"]),
        names=asked["names"],
        text=text_of(asked["text"]),
        on=asked["on"],
        as_of=asked["as_of"],
        known_at=asked["known_at"],
    )


def answer(inside: Inside, question: CheckQuestion, pictures: tuple[Path, ...]) -> Plain:
    """
    Ask; when a picture is refused, say which.
    """
    try:
        with waiting("Looking"):
            return inside.registry.checks.check_post(inside.caller, question)
    except BadImage as refused:
        file = refused_file(inside, question, pictures)
        raise BadImage(refused.reason, f"{file}: {refused.message}", field=None) from refused


def refused_file(inside: Inside, question: CheckQuestion, pictures: tuple[Path, ...]) -> str:
    """
    Name the first picture that cannot be read.
    """
    for file, upload in zip(pictures, question.uploads, strict=True):
        try:
            inside.registry.pictures.read(upload.content, filename=upload.filename)
        except BadImage:
            return str(file)
    return "a picture"


def show_whom(inside: Inside, outcome: Plain) -> None:
    """
    Print each reason with the person whom somebody has to ask.
    """
    rows = [
        {
            "who": person(inside, each.get("person_id")),
            "what": each.get("matter"),
            "rule": each.get("row"),
            "why": REASON[each["code"]],
        }
        for each in outcome["reasons"]
    ]
    say("")
    show_rows(rows, empty="Nothing stands in the way of anybody.")


def person(inside: Inside, person_id: str | None) -> str | None:
    """
    Give somebody's name, as long as there is one.
    """
    if person_id is None:
        return None
    try:
        return name_of(inside.registry.people.get_person(inside.caller, PersonId(person_id)))
    except NotFound:
        return person_id


def names_of_channels(inside: Inside) -> dict[str, str]:
    """
    Give the name of every channel by its id.
    """
    found = everything(inside.registry.channels.list_channels, inside.caller)
    return {each.channel.id: each.channel.name for each in found}
