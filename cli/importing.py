"""
Enter many people out of a table.
"""

from pathlib import Path

import click

from cli.door import Inside, with_registry
from cli.exits import Exit
from cli.output import ERR, OUT, emit, show_rows
from service.usecases.people import ImportReport
from service.usecases.plain import plain


@click.command("import")
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write it; without this it is only tried.")
@with_registry
def import_(inside: Inside, table: Path, *, write: bool) -> None:
    """
    Try the CSV file TABLE row by row, and with --write enter it: all of it or nothing.

    People are recognised by `external_id`, so it may be run again.
    """
    content = table.read_bytes()
    with ERR.status("Reading the table"):
        report = inside.registry.import_people(inside.caller, content, dry_run=True)
        if write and not report.errors:
            report = inside.registry.import_people(inside.caller, content, dry_run=False)
    if inside.json:
        emit(plain(report))
    else:
        tell(report)
    if report.errors:
        raise click.exceptions.Exit(Exit.REFUSED)


def tell(report: ImportReport) -> None:
    """
    Say what was or would be written, and what is wrong with which row.
    """
    if report.errors:
        rows = [
            {"row": each.row, "field": each.field, "what": each.message} for each in report.errors
        ]
        show_rows(rows, {"row": "row", "field": "field", "what": "what is wrong"}, empty="")
        OUT.print("Nothing was written. Mend these rows and run it again.", style="bold")
        return
    verb = "would be" if report.dry_run else "were"
    OUT.print(
        f"{report.rows} rows: {report.enrolled} people {verb} entered, {report.changed} changed, "
        f"{report.unchanged} are as they were."
    )
    if report.dry_run:
        OUT.print("Nothing is written yet: run it again with --write.", style="bold")
