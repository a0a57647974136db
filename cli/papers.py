"""
Print forms to be answered by hand, and read them back.
"""

from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person, find_version
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import everything, show
from cli.terminal.reading import FILE, content_of, write_anew
from cli.terminal.words import Word, examples
from service.usecases.checks.question import Upload
from service.usecases.paper import PrintDetails, ReadLine
from service.usecases.plain import plain

MOST_BYTES = 20 * 1024 * 1024
"""What is kept as evidence is no larger."""


@click.command(
    "print", cls=Word, epilog=examples("obstat forms print accueil/2 form.pdf --language fr --easy")
)
@click.argument("version", metavar="FORM/NUMBER")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--language", required=True, metavar="TAG", help="In this language.")
@click.option("--person", metavar="PERSON", help="With this person's name, for them alone.")
@click.option("--easy", is_flag=True, help="Large print, in easy words where there are any.")
@with_registry
def print_(
    inside: Inside, version: str, file: Path, language: str, person: str | None, *, easy: bool
) -> None:
    """
    Write FORM/NUMBER into the new PDF file FILE, to be answered by hand.

    Each print is good for one answer: print it again for the next person.
    """
    details = PrintDetails(
        form_version_id=find_version(inside, version),
        language=language,
        person_id=find_person(inside, person) if person else None,
        easy=easy,
    )
    with write_anew(file) as opened:
        made = inside.registry.paper.print_form(inside.caller, details)
        opened.write(made.content)
    if inside.json:
        emit({"file": str(file), "paper_id": made.form.id})
    else:
        say_whole(f"Written: {file}")


@click.command("read", cls=Word, epilog=examples("obstat forms read 'Léa Dupont' scan.pdf"))
@click.argument("person")
@click.argument("file", type=FILE)
@with_registry
def read(inside: Inside, person: str, file: Path) -> None:
    """
    Show what the scan FILE of a printed form of PERSON seems to say.

    Nothing is recorded: somebody compares every line with the paper and enters it on
    the pages, or with `obstat consents`.
    """
    upload = Upload(content_of(file, MOST_BYTES), file.name)
    reading = inside.registry.paper.read_paper(inside.caller, find_person(inside, person), upload)
    if inside.json:
        lines = [{**_line(each), **_names(each)} for each in reading.lines]
        emit({"paper_id": reading.paper_id, "lines": lines, "missing": list(reading.missing_pages)})
        return
    channels = {
        each.id: each.channel.name
        for each in everything(inside.registry.channels.list_channels, inside.caller)
    }

    def row(each: ReadLine) -> dict[str, object]:
        return {"channel": channels.get(each.row.place, each.row.place), **_line(each)}

    show(inside, list(reading.lines), row, empty="")
    for page in reading.missing_pages:
        say(f"Page {page} of the answers is not on it.", style="bold")


def _line(each: ReadLine) -> dict[str, object]:
    doubt = "look at the paper" if each.is_doubtful else ""
    return {"matter": each.row.matter.value, "read": plain(each.proposed) or doubt}


def _names(each: ReadLine) -> dict[str, object]:
    return {"channel_id": each.row.place, "marks": plain(each.marks)}
