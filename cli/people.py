"""
See, export and erase people.
"""

from pathlib import Path

import click

from cli.terminal.confirming import YES, confirm
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person, find_unit, name_of
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import EVERY_ONE, chosen, everything, local, show, show_latest, show_one
from cli.terminal.reading import one_of, write_anew
from cli.terminal.words import Words, examples
from service.decision.terms import Category
from service.records.paging import Listing, Page, Versioned
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.people import ErasurePreview, Lookup, PeopleSought, StandingRow


@click.group(cls=Words)
def people() -> None:
    """
    See, export and erase people.

    PERSON is their outside number, their name, or their id.
    """


@people.command("list", epilog=examples("obstat people list --category employee"))
@click.option("--unit", metavar="UNIT", help="Only people of this unit.")
@one_of("--category", words=Category, what="Only")
@with_registry
def list_(inside: Inside, unit: str | None, category: str | None) -> None:
    """
    List people.
    """
    unit_id = find_unit(inside, unit) if unit else None
    found = everything(
        inside.registry.people.list_people,
        inside.caller,
        chosen(unit_id=unit_id, category=category),
    )

    def row(each: PersonRecord) -> dict[str, object]:
        return {
            "name": name_of(each),
            "category": each.category.value,
            "born": each.born_on,
            "number": each.external_id or each.id,
        }

    show(inside, found, row, empty="Nobody yet: `obstat import people.csv` enters many at once.")


@people.command("search", epilog=examples("obstat people search 'lea dupond'"))
@click.argument("name")
@with_registry
def search(inside: Inside, name: str) -> None:
    """
    Search people by NAME; spelling is forgiven.
    """
    found = inside.registry.people.search_people(inside.caller, PeopleSought(name))

    def row(each: PersonRecord) -> dict[str, object]:
        return {"name": name_of(each), "born": each.born_on, "number": each.external_id or each.id}

    show(inside, list(found.items), row, empty="Nobody is called anything like it.")


@people.command("show", epilog=examples("obstat people show 'Léa Dupont'"))
@click.argument("person")
@with_registry
def show_person(inside: Inside, person: str) -> None:
    """
    Show what is known of PERSON.
    """
    show_one(inside, inside.registry.people.get_person(inside.caller, find_person(inside, person)))


@people.command("standing")
@click.argument("person")
@with_registry
def standing(inside: Inside, person: str) -> None:
    """
    Show what may be published of PERSON today, channel by channel.
    """
    found = inside.registry.people.show_standing(inside.caller, find_person(inside, person))

    def row(each: StandingRow) -> dict[str, object]:
        answers = {cell.matter.value: cell.answer.value for cell in each.cells}
        codes = dict.fromkeys(code.value for cell in each.cells for code in cell.codes)
        return {"channel": each.channel.name, **answers, "why": ", ".join(codes)}

    show(inside, list(found.rows), row, empty="No channel is open.")


@people.command("history")
@click.argument("person")
@with_registry
def history(inside: Inside, person: str) -> None:
    """
    Show everything that was ever known of PERSON, and when it was learned.
    """
    person_id = find_person(inside, person)
    versions = inside.registry.people.show_history(inside.caller, person_id)

    def row(each: Versioned[PersonRecord]) -> dict[str, object]:
        return {
            "learned": local(inside, each.recorded_at),
            "through": each.recorded_by,
            "name": name_of(each.record),
            "category": each.record.category.value,
            "born": each.record.born_on,
            "left": each.record.left_on,
        }

    show(inside, versions, row, empty="")


@people.command("lookups")
@click.argument("person")
@EVERY_ONE
@with_registry
def lookups(inside: Inside, person: str, *, every_one: bool) -> None:
    """
    Show the questions that touched PERSON, and who asked, the newest last.
    """
    person_id = find_person(inside, person)

    def page_of(caller: Caller, page: Page) -> Listing[Lookup]:
        return inside.registry.people.list_lookups(caller, person_id, page)

    def row(each: Lookup) -> dict[str, object]:
        return {
            "asked": local(inside, each.asked_at),
            "by": each.asked_by,
            "channel": each.channel or "every one",
            "check": each.check_id,
        }

    show_latest(inside, page_of, row, empty="Nobody has asked yet.", every_one=every_one)


@people.command("export", epilog=examples("obstat people export people.csv"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_registry
def export(inside: Inside, file: Path) -> None:
    """
    Write everybody into the new file FILE; that it left is recorded.

    A name that ends in .xlsx gives a workbook, any other a CSV file.
    """
    as_workbook = file.suffix.lower() == ".xlsx"
    with write_anew(file) as opened:
        opened.write(
            inside.registry.interchange.export_people(inside.caller, as_workbook=as_workbook)
        )
    if inside.json:
        emit({"file": str(file)})
    else:
        say_whole(f"Written: {file}")
        say("Keep it as you keep the register itself.", style="dim")


@people.command("erase")
@click.argument("person")
@click.option(
    "--all-words",
    is_flag=True,
    help="Titles, addresses, notes of whatever involves them go whatever they say.",
)
@click.option("--dry-run", is_flag=True, help="Show what would go and stay; erase nothing.")
@YES
@with_registry
def erase(inside: Inside, /, person: str, *, all_words: bool, dry_run: bool, yes: bool) -> None:
    """
    Erase PERSON: names and facts go, the evidence still verifies.

    Words go where they name PERSON; no program finds a nickname that it does not know:
    for those there is --all-words.
    """
    person_id = find_person(inside, person)
    if dry_run:
        preview = inside.registry.people.preview_erasure(inside.caller, person_id)
        show_one(inside, preview, as_plain=_preview)
        return
    found = inside.registry.people.get_person(inside.caller, person_id)
    confirm(f"Erase {name_of(found)}? This cannot be undone.", yes=yes)
    inside.registry.people.erase_person(inside.caller, person_id, all_words=all_words)
    if inside.json:
        emit({"id": person_id, "erased": True})
    else:
        say("Erased.")


def _preview(preview: ErasurePreview) -> dict[str, object]:
    return {
        "name": name_of(preview.person),
        "kept_by_a_legal_hold": preview.is_kept,
        "says_no_alone": preview.speaks_alone,
        "going_along": [name_of(each) for each in preview.signatories],
        "entries_that_lose_their_words": preview.entries,
        "answers_that_stay": preview.acts,
        "photos_that_stay": preview.photos,
        "publications_to_take_down": preview.live,
        "publications_that_came_down": preview.down,
        "other_holds": [each.value for each in preview.hold_kinds],
    }
