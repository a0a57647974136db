"""
Enter many people out of a table.
"""

from functools import partial
from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.exits import Exit
from cli.terminal.output import emit, refuse, say, show_rows
from cli.terminal.reading import FILE, content_of
from cli.terminal.waiting import waiting
from cli.terminal.words import Word, examples
from service.errors import InvalidInput
from service.usecases.people import ImportReport
from service.usecases.plain import plain

MOST_BYTES = 10 * 1024 * 1024
"""Far more than the most rows there may be."""
MOST_ERRORS = 100
"""After so many wrong rows the verb stops looking."""


@click.command(
    "import",
    cls=Word,
    epilog=examples("obstat import people.csv", "obstat import people.csv --write"),
)
@click.argument("table", type=FILE)
@click.option("--write", is_flag=True, help="Write it; without this it is only tried.")
@click.option(
    "--somebody-else",
    metavar="ROW",
    type=int,
    multiple=True,
    help="This row is none of those it looks like; may be said of several.",
)
@with_registry
def import_(inside: Inside, table: Path, *, write: bool, somebody_else: tuple[int, ...]) -> None:
    """
    Enter many people out of a table (CSV, XLSX).

    Without --write it is only tried, row by row.  With it everything is entered, or
    nothing.  The first row names the columns; external_id, your own number for a
    person, is needed: by it people are recognised, so it may be run again.

    The others: given_name, family_name, category, jurisdiction, aliases (A|B), born_on,
    known_adult, died_on, mental_capacity, left_on, language, email, unit (name or id).

    A row that looks like somebody who is registered, or like an earlier row, is refused: one
    person must not be there twice.  If it is somebody else, name the row, or say yes in a
    column somebody_else.
    """
    content = whole_table(table)
    verb = partial(inside.registry.interchange.import_people, somebody_else=somebody_else)
    with waiting("Trying the table"):
        report = verb(inside.caller, content, dry_run=True)
    if write and not report.errors:
        with waiting("Entering people"):
            report = verb(inside.caller, content, dry_run=False)
    if inside.json:
        emit(plain(report))
    else:
        tell(report)
    if report.errors:
        raise click.exceptions.Exit(Exit.REFUSED)


def whole_table(file: Path) -> bytes:
    """
    Read a table to its end.

    Raises:
        InvalidInput: It cannot be read, or is too large: what is cut off would be
            lost in silence.
    """
    content = content_of(file, MOST_BYTES)
    if len(content) > MOST_BYTES:
        message = f"{file} is larger than {MOST_BYTES // 1024**2} MiB; cut it in parts."
        raise InvalidInput(message)
    return content


def tell(report: ImportReport) -> None:
    """
    Say what was or would be written, and what is wrong with which row.
    """
    how = (
        "its first sheet" if report.encoding == "XLSX" else f"cells separated by {report.separator}"
    )
    say(f"Read as {report.encoding}, {how}.", style="dim")
    if report.errors:
        rows = [
            {"row": each.row, "column": each.field, "what is wrong": each.message}
            for each in report.errors
        ]
        show_rows(rows, empty="")
        more = " (and maybe more)" if len(rows) >= MOST_ERRORS else ""
        wrong = "1 row is" if len(rows) == 1 else f"{len(rows)} rows{more} are"
        message = f"{wrong} wrong, so nothing was written. Mend that and run it again."
        refuse("rows-refused", message)
        return
    verb, stay = ("would be", "would stay") if report.dry_run else ("were", "are")
    say(
        f"Of {report.rows} people {report.enrolled} {verb} entered, {report.changed} changed; "
        f"{report.unchanged} {stay} as they were."
    )
    if report.dry_run:
        say("Nothing is written yet: run it again with --write.", style="bold")
