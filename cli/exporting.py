"""
Export evidence; ask for everyone, and approve what others ask.
"""

from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from cli.terminal.confirming import ask_secret
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import everything, local, made, show
from cli.terminal.reading import day, instant, write_anew
from cli.terminal.waiting import counting
from cli.terminal.words import Word, examples
from service.decision.calendar import start_of
from service.decision.ids import ComplaintId, ExportId, PublicationId
from service.errors import InvalidInput
from service.records.complaints import ExportScope
from service.usecases.exports import ExportMade, RequestStory
from service.usecases.plain import plain


@click.command(
    "export",
    cls=Word,
    epilog=examples(
        "obstat audit export --complaint 2026-0007",
        "obstat audit export --person 'Léa Dupont' --out lea.zip",
        "obstat audit export --request 0197a1c2-7d5e-7abc-8def-0123456789ab",
    ),
)
@click.option("--complaint", metavar="NUMBER", help="Everything about a complaint.")
@click.option("--person", metavar="PERSON", help="Everything about a person.")
@click.option("--publication", metavar="ID", help="Everything about a publication.")
@click.option("--request", "request_id", metavar="ID", help="Everyone: an approved request.")
@click.option("--with-others", is_flag=True, help="Withhold nothing about other people.")
@click.option("--preview", is_flag=True, help="Only count what goes in and what is withheld.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@with_registry
def export(
    inside: Inside,
    complaint: str | None,
    person: str | None,
    publication: str | None,
    request_id: str | None,
    *,
    with_others: bool,
    preview: bool,
    out: Path | None,
) -> None:
    """
    Write one ZIP file that proves itself, with the verifier inside.
    """
    named = [each for each in (complaint, person, publication, request_id) if each]
    if len(named) != 1:
        message = "Name one: --complaint, --person, --publication, or for everyone --request."
        raise InvalidInput(message, field="person")
    scope = ExportScope(
        person_id=find_person(inside, person) if person else None,
        publication_id=PublicationId(publication) if publication else None,
        complaint_id=_complaint(inside, complaint) if complaint else None,
        include_others=with_others,
    )
    if preview:
        _show_preview(inside, scope)
        return
    with ExitStack() as files, counting("Exporting") as progress:
        # Before it is written down that it left, and an approval is used up.
        named_file = files.enter_context(write_anew(out)) if out else None
        made_export = inside.registry.exports.make_export(
            inside.caller, scope, ExportId(request_id) if request_id else None, progress
        )
        file = out or Path(made_export.filename)
        opened = named_file or files.enter_context(write_anew(file))
        opened.write(made_export.content)
    if inside.json:
        emit({"id": made_export.id, "file": str(file), "bytes": len(made_export.content)})
        return
    say(f"{file} is written; whoever gets it verifies it with the verify.py inside:")
    say_whole(f"  python -I verify.py {file.name}", style="dim")


def _show_preview(inside: Inside, scope: ExportScope) -> None:
    """
    Count what would be in an export, and what would not.
    """
    found = inside.registry.exports.preview_export(inside.caller, scope)
    rows = [("in it", what, "", count) for what, count in found.holds]
    rows += [("withheld", what, reason, count) for what, reason, count in found.withheld]

    def row(each: tuple[str, str, str, int]) -> dict[str, object]:
        return dict(zip(("", "what", "why", "how many"), each, strict=True))

    show(inside, rows, row, empty="Nothing.")


@click.command("exports", cls=Word)
@with_registry
def exports(inside: Inside) -> None:
    """
    List who took what, the latest first.
    """

    def row(each: ExportMade) -> dict[str, object]:
        return {
            "made": local(inside, each.made_at),
            "by": each.actor_id,
            "about": each.about,
            "which": each.subject_id,
            "others": "shown" if each.includes_others else "",
            "entry": each.index,
        }

    show(inside, inside.registry.exports.list_exports(inside.caller), row, empty="Nobody yet.")


def _complaint(inside: Inside, called: str) -> ComplaintId:
    found = inside.registry.complaints.get_complaint(inside.caller, ComplaintId(called))
    return found.story.complaint.id


@click.command(
    "request",
    cls=Word,
    epilog=examples(
        "obstat audit request --reason 'The authority asks' \\",
        "    --period 2026-01-01..2026-01-31",
    ),
)
@click.option("--reason", required=True, help="Why everything is needed.")
@click.option("--from", "from_at", type=instant, metavar="INSTANT", help="Recorded from then on.")
@click.option("--until", "until_at", type=instant, metavar="INSTANT", help="Recorded before then.")
@click.option("--period", metavar="DAY..DAY", help="Recorded from the first day to the last one.")
@with_registry
def request(
    inside: Inside,
    reason: str,
    from_at: datetime | None,
    until_at: datetime | None,
    period: str | None,
) -> None:
    """
    Ask for an export of everyone; somebody else must approve it.
    """
    if period is not None:
        from_at, until_at = _days(period, inside.zone)
    scope = ExportScope(from_at=from_at, until_at=until_at)
    story = inside.registry.exports.request_export(inside.caller, scope, reason)
    made(inside, story.request.id, "Asked for")


def _days(period: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """
    Read a period, written 2026-01-01..2026-01-31, both days included.
    """
    first, _, last = period.partition("..")
    return start_of(day(first), zone), start_of(day(last) + timedelta(days=1), zone)


@click.command("requests", cls=Word)
@with_registry
def requests(inside: Inside) -> None:
    """
    List who asked for an export of everyone, and what became of it.
    """

    def row(each: RequestStory) -> dict[str, object]:
        return {
            "asked": local(inside, each.request.requested_at),
            "by": each.request.requested_by,
            "why": each.request.reason,
            "then": [f"{event.kind.value} by {event.actor_id}" for event in each.events],
            "request": each.request.id,
        }

    found = everything(inside.registry.exports.list_export_requests, inside.caller)
    show(inside, found, row, empty="Nobody asked for everyone.", as_plain=plain)


@click.command("approve", cls=Word, epilog=examples("obstat audit approve 0197a1c2-…"))
@click.argument("request_id", metavar="REQUEST")
@click.option(
    "--key", help="The API key of somebody other than whoever asked; else it is asked for."
)
@with_registry
def approve(inside: Inside, request_id: str, key: str | None) -> None:
    """
    Agree to REQUEST, with a key of your own.
    """
    key = key or ask_secret("Key of whoever approves", "--key")
    caller = inside.registry.keys.identify_key(key)
    if caller.organisation_id != inside.caller.organisation_id:
        raise InvalidInput("This key is of another organisation.", field="key")
    inside.registry.exports.approve_export(caller, ExportId(request_id))
    made(inside, request_id, "Approved")
