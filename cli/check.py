"""
Check pictures, names and a caption.
"""

from datetime import datetime
from pathlib import Path

import click

from cli.door import Inside, with_registry
from cli.exits import EXIT_OF
from cli.output import emit
from cli.pages import everything
from cli.verdicts import show_outcome
from service.decision.terms import Answer, Purpose
from service.errors import InvalidInput
from service.usecases.checks.question import CheckQuestion, Upload

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("pictures", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name; may be repeated.")
@click.option("--text", metavar="TEXT", help="A caption; @FILE reads it from a file.")
@click.option("--channel", "-c", metavar="CHANNEL", help="Short name, id or address; none: all.")
@click.option(
    "--purpose",
    type=click.Choice([each.value for each in Purpose]),
    default=Purpose.INFORMATION.value,
    show_default=True,
)
@click.option("--on", type=DAY, metavar="DAY", help="Planned day, YYYY-MM-DD.")
@with_registry
def check(
    inside: Inside,
    pictures: tuple[Path, ...],
    names: tuple[str, ...],
    text: str | None,
    channel: str | None,
    purpose: str,
    on: datetime | None,
) -> None:
    """
    Ask whether PICTURES, names and a caption may be published.
    """
    question = CheckQuestion(
        purpose=Purpose(purpose),
        channel=channel,
        uploads=tuple(Upload(each.read_bytes(), each.name) for each in pictures),
        names=names,
        text=caption(text),
        on=on.date() if on else None,
    )
    outcome = inside.registry.check_post(inside.caller, question)
    if inside.json:
        emit(outcome)
    else:
        show_outcome(outcome, names_of_channels(inside))
    raise click.exceptions.Exit(EXIT_OF[Answer(outcome["answer"])])


def names_of_channels(inside: Inside) -> dict[str, str]:
    """
    Give the name of every channel by its id.
    """
    found = everything(inside.registry.list_channels, inside.caller, {})
    return {each.channel.id: each.channel.name for each in found}


def caption(text: str | None) -> str:
    """
    Give the caption, read from a file when it begins with @.

    Raises:
        InvalidInput: The file cannot be read.
    """
    if text is None or not text.startswith("@"):
        return text or ""
    try:
        return Path(text[1:]).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"The caption cannot be read from {text[1:]!r}: give a UTF-8 text file."
        raise InvalidInput(message, field="text") from error
