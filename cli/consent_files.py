"""
Let consents leave as a file, and take them in from one.
"""

from functools import partial
from pathlib import Path

import click

from cli.importing import MOST_ERRORS, whole_table
from cli.terminal.door import Inside, with_registry
from cli.terminal.exits import Exit
from cli.terminal.finding import find_person
from cli.terminal.output import emit, refuse, say, say_whole, show_rows
from cli.terminal.reading import FILE, one_of, write_anew
from cli.terminal.waiting import waiting
from cli.terminal.wording import counted
from cli.terminal.words import Word, examples
from service.decision.ids import ExportId
from service.usecases.interchange import ConsentReport, Format
from service.usecases.plain import plain


@click.command(
    "export",
    cls=Word,
    epilog=examples(
        "obstat consents export all.jsonld --request 0197a1c2-7d5e…",
        "obstat consents export lea.fhir.json --format fhir --person 'Léa Dupont'",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@one_of("--format", "form", words=Format, what="As", default=Format.JSON_LD.value)
@click.option("--person", metavar="PERSON", help="Only what is about this person.")
@click.option("--request", "request_id", metavar="ID", help="Everyone: an approved request.")
@with_registry
def export(
    inside: Inside, file: Path, form: str, person: str | None, request_id: str | None
) -> None:
    """
    Write every answer into the new file FILE; that it left is recorded.

    Everybody's take two people: `obstat audit request`, then `obstat audit approve`.
    JSON-LD holds consent records (ISO/IEC TS 27560) with everything they name.
    """
    who = find_person(inside, person) if person else None
    with write_anew(file) as opened:
        verb = inside.registry.interchange.export_consents
        request = ExportId(request_id) if request_id else None
        made = verb(inside.caller, Format(form), who, request)
        opened.write(made.content)
    if inside.json:
        emit({"file": str(file), "answers": made.answers})
    else:
        say_whole(f"Written: {file}")
        say(
            f"{counted(made.answers, 'answer')}. Keep it as you keep the register itself.",
            style="dim",
        )


@click.command(
    "import",
    cls=Word,
    epilog=examples("obstat consents import answers.csv --write"),
)
@click.argument("file", type=FILE)
@click.option("--write", is_flag=True, help="Write it; without this it is only tried.")
@click.option(
    "--somebody-else", is_flag=True, help="Whoever looks like somebody here is somebody else."
)
@with_registry
def import_(inside: Inside, file: Path, *, write: bool, somebody_else: bool) -> None:
    """
    Take in answers from FILE: consent records, or a table (CSV, XLSX).

    Without --write it is only tried.  With it everything is entered, or nothing.  A
    yes counts from now on, a no from when it was signed; it may be run again.
    """
    content = whole_table(file)
    verb = partial(inside.registry.interchange.import_consents, somebody_else=somebody_else)
    with waiting("Trying the file"):
        report = verb(inside.caller, content, dry_run=True)
    if write and not report.errors:
        with waiting("Taking in answers"):
            report = verb(inside.caller, content, dry_run=False)
    if inside.json:
        emit(plain(report))
    else:
        _tell(report)
    if report.errors:
        raise click.exceptions.Exit(Exit.REFUSED)


def _tell(report: ConsentReport) -> None:
    """
    Say what was or would be written, and what is wrong with which row.
    """
    if report.errors:
        rows = [
            {"row": each.row, "field": each.field, "what is wrong": each.message}
            for each in report.errors
        ]
        show_rows(rows, empty="")
        more = " (and maybe more)" if len(rows) >= MOST_ERRORS else ""
        wrong = "1 row is" if len(rows) == 1 else f"{len(rows)} rows{more} are"
        refuse("rows-refused", f"{wrong} wrong, so nothing was written.")
        return
    if report.remarks:
        rows = [{"row": each.row, "remark": each.message} for each in report.remarks]
        show_rows(rows, empty="")
    verb = "would be" if report.dry_run else "were"
    say(
        f"{report.answers} answers and {report.things} people, channels, forms and the like "
        f"{verb} entered; {report.unchanged} were known."
    )
    if report.dry_run:
        say("Nothing is written yet: run it again with --write.", style="bold")
