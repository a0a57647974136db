"""
Place and lift holds; the crisis switch is one of them.
"""

from datetime import datetime

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person, find_photo, find_unit, name_of
from cli.terminal.pages import everything, local, made, show
from cli.terminal.reading import choice, instant
from cli.terminal.words import Words, examples
from service.decision.holds import Hold
from service.decision.ids import HoldId
from service.decision.terms import HoldKind
from service.usecases.holds import HoldDetails


@click.group(cls=Words)
def holds() -> None:
    """
    Stop publication, whatever anybody answered.
    """


@holds.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List holds, lifted ones too.
    """
    verbs, caller = inside.registry, inside.caller
    found = everything(verbs.holds.list_holds, caller)
    names: dict[str, str] = {}
    if found and not inside.json:
        names |= {each.id: name_of(each) for each in everything(verbs.people.list_people, caller)}
        names |= {each.id: each.name for each in everything(verbs.units.list_units, caller)}
        names |= {each.id: each.title for each in everything(verbs.photos.list_photos, caller)}

    def row(each: Hold) -> dict[str, object]:
        held = each.person_id or each.unit_id or each.photo_id
        return {
            "kind": each.kind.value,
            "on": names.get(held, held) if held else "the whole organisation",
            "from": local(inside, each.from_at),
            "until": local(inside, each.until_at),
            "hold": each.id,
        }

    show(inside, found, row, empty="Nothing is held.")


@holds.command(
    "place",
    epilog=examples(
        "obstat holds place crisis",
        "obstat holds place safeguarding --person 'Léa Dupont'",
    ),
)
@click.argument("kind", type=choice(HoldKind))
@click.option("--person", metavar="PERSON", help="Outside number, name, or id.")
@click.option("--unit", metavar="UNIT", help="Name or id.")
@click.option("--photo", metavar="PHOTO", help="Title or id.")
@click.option("--until", type=instant, metavar="INSTANT", help="None: until it is lifted.")
@with_registry
def place(
    inside: Inside,
    kind: str,
    person: str | None,
    unit: str | None,
    photo: str | None,
    until: datetime | None,
) -> None:
    """
    Place a hold on a person, a unit, a photo, or the whole organisation.

    A hold of kind crisis is the switch: nothing goes out any more.

    KIND: safeguarding, safeguarding_caution, legal, crisis, restriction, objection.
    """
    details = HoldDetails(
        HoldKind(kind),
        until_at=until,
        person_id=find_person(inside, person) if person else None,
        unit_id=find_unit(inside, unit) if unit else None,
        photo_id=find_photo(inside, photo) if photo else None,
    )
    made(inside, inside.registry.holds.place_hold(inside.caller, details).id, "Placed")


@holds.command("lift")
@click.argument("hold")
@with_registry
def lift(inside: Inside, hold: str) -> None:
    """
    Lift HOLD.
    """
    inside.registry.holds.lift_hold(inside.caller, HoldId(hold))
    made(inside, hold, "Lifted", lifted=True)
