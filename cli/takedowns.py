"""
See what must come down, and say that it did.
"""

from datetime import datetime
from pathlib import Path

import click

from cli.scans import scan_of
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_unit
from cli.terminal.output import emit, say_whole
from cli.terminal.pages import (
    EVERY_ONE,
    chosen,
    local,
    made,
    show_latest,
    show_one,
)
from cli.terminal.reading import FILE, instant, write_anew
from cli.terminal.words import Words, examples
from service.decision.ids import TakedownId
from service.usecases.takedowns import FinishDetails, Task


@click.group(cls=Words)
def takedowns() -> None:
    """
    See what must come down, and say that it did.
    """


@takedowns.command("list", epilog=examples("obstat takedowns list --unit 'Les Colibris'"))
@click.option("--done", is_flag=True, help="What is done, instead of what is open.")
@click.option("--unit", metavar="UNIT", help="Only on channels of this unit.")
@EVERY_ONE
@with_registry
def list_(inside: Inside, *, done: bool, unit: str | None, every_one: bool) -> None:
    """
    List what must come down, the newest last; of what is open every one.
    """
    asked = chosen(
        **{"done" if done else "open": "yes"}, unit_id=find_unit(inside, unit) if unit else None
    )

    def row(each: Task) -> dict[str, object]:
        return {
            "due": local(inside, each.takedown.due_at),
            "state": _state(each),
            "channel": each.channel_name,
            "where": each.publication.where,
            "turn to": each.turn_to.name,
            "takedown": each.takedown.id,
        }

    show_latest(
        inside,
        inside.registry.takedowns.list_takedowns,
        row,
        empty="Nothing came down yet." if done else "Nothing must come down.",
        every_one=every_one or not done,
        filters=asked,
    )


def _state(task: Task) -> str:
    """
    Say in a word how a task stands.
    """
    if task.done is not None:
        return "done"
    return "OVERDUE" if task.is_overdue else "open"


@takedowns.command("show")
@click.argument("takedown")
@with_registry
def show_takedown(inside: Inside, takedown: str) -> None:
    """
    Show TAKEDOWN: what to do, until when, whom to turn to.
    """
    show_one(inside, inside.registry.takedowns.get_takedown(inside.caller, TakedownId(takedown)))


@takedowns.command(
    "done",
    epilog=examples(
        "obstat takedowns done 01a1… --note 'Post deleted; seen by Nora.'",
        "obstat takedowns done 01a1… --proof empty.pdf",
    ),
)
@click.argument("takedown")
@click.option("--at", type=instant, metavar="INSTANT", help="When it came down; none: now.")
@click.option("--note", default="", help="How one knows; on paper what could not be taken back.")
@click.option("--proof", type=FILE, help="A picture of the empty page.")
@with_registry
def finish(
    inside: Inside, takedown: str, at: datetime | None, note: str, proof: Path | None
) -> None:
    """
    Say that TAKEDOWN is done; its publication is down from then on.
    """
    details = FinishDetails(at, note, scan_of(proof, None, "") if proof else None)
    inside.registry.takedowns.finish_takedown(inside.caller, TakedownId(takedown), details)
    made(inside, takedown, "Done", done=True)


@takedowns.command("proof")
@click.argument("takedown")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_registry
def save_proof(inside: Inside, takedown: str, file: Path) -> None:
    """
    Save what shows that TAKEDOWN is done as FILE.
    """
    with write_anew(file) as opened:
        found = inside.registry.takedowns.get_proof(inside.caller, TakedownId(takedown))
        opened.write(found.content)
    if inside.json:
        emit({"file": str(file), "media_type": found.media_type, "digest": found.digest})
    else:
        say_whole(f"Saved: {file} ({found.media_type}, SHA-256 {found.digest}).")


@takedowns.command("sweep")
@with_registry
def sweep(inside: Inside) -> None:
    """
    Look through everything live now, as the service does by itself.
    """
    count = inside.registry.takedowns.sweep_takedowns.sweep(inside.caller.organisation_id)
    if inside.json:
        emit({"looked_at": count})
    else:
        say_whole(f"Looked at: {count}")
