"""
Record what was published and taken down.
"""

from pathlib import Path

import click

from cli.check import caption
from cli.door import Inside, with_registry
from cli.output import OUT, emit
from cli.pages import everything, show
from service.decision.ids import PublicationId
from service.decision.terms import Purpose
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.publications import PublicationDetails


@click.group()
def publications() -> None:
    """
    Look after what was published.
    """


@publications.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List publications, oldest first.
    """
    rows = [
        {
            "id": each.id,
            "channel": each.channel_id,
            "published_at": each.published_at.isoformat(timespec="minutes"),
            "where": each.where,
        }
        for each in everything(inside.registry.list_publications, inside.caller, {})
    ]
    headings = {"published_at": "published", "where": "where", "channel": "channel", "id": "id"}
    show(inside, rows, headings, "Nothing was published yet.")


@publications.command("record")
@click.argument("pictures", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--channel", "-c", required=True, help="Short name, id or address.")
@click.option("--text", help="The caption; @FILE reads it from a file.")
@click.option(
    "--purpose",
    type=click.Choice([each.value for each in Purpose]),
    default=Purpose.INFORMATION.value,
)
@click.option("--where", default="", help="Address of the post, print run or issue.")
@with_registry
def record(
    inside: Inside,
    pictures: tuple[Path, ...],
    channel: str,
    text: str | None,
    purpose: str,
    where: str,
) -> None:
    """
    Record that PICTURES and a caption are published, if they may be at this instant.
    """
    question = CheckQuestion(
        purpose=Purpose(purpose),
        channel=channel,
        uploads=tuple(Upload(each.read_bytes(), each.name) for each in pictures),
        text=caption(text),
    )
    made = inside.registry.record_publication(inside.caller, PublicationDetails(question, where))
    if inside.json:
        emit({"id": made.id, "check_id": made.check_id})
    else:
        OUT.print(f"Recorded: {made.id}")


@publications.command("take-down")
@click.argument("publication_id")
@click.option("--note", default="", help="How it was taken down.")
@with_registry
def take_down(inside: Inside, publication_id: str, note: str) -> None:
    """
    Record that PUBLICATION_ID was taken down.
    """
    inside.registry.take_down_publication(inside.caller, PublicationId(publication_id), None, note)
    OUT.print("Recorded.")
