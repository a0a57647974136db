"""
See and enter units.
"""

from typing import Unpack

import click

from cli.terminal.contacts import ContactWords, contact_of, with_contact
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_unit
from cli.terminal.pages import everything, made, show, show_one
from cli.terminal.words import Words, examples
from service.records.organisation import Unit
from service.usecases.units import UnitDetails


@click.group(cls=Words)
def units() -> None:
    """
    See and enter services, classes and wards.

    UNIT is a name or an id.
    """


@units.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List units.
    """

    def row(each: Unit) -> dict[str, object]:
        reveals = "reveals health or belief" if each.reveals_special_category else None
        contact = f"{each.contact.name}, {each.contact.role}"
        return {"name": each.name, "contact": contact, "its name": reveals}

    found = everything(inside.registry.units.list_units, inside.caller)
    show(inside, found, row, empty="No unit yet: `obstat units enrol` enters one.")


@units.command("show")
@click.argument("unit")
@with_registry
def show_unit(inside: Inside, unit: str) -> None:
    """
    Show UNIT.
    """
    show_one(inside, inside.registry.units.get_unit(inside.caller, find_unit(inside, unit)))


@units.command(
    "enrol", epilog=examples("obstat units enrol 'Les Colibris' --contact Ann --email a@b.example")
)
@click.argument("name")
@click.option("--special", is_flag=True, help="Its very name reveals health or belief.")
@with_contact
@with_registry
def enrol(inside: Inside, /, name: str, *, special: bool, **contact: Unpack[ContactWords]) -> None:
    """
    Enter a unit called NAME.
    """
    details = UnitDetails(name=name, contact=contact_of(contact), reveals_special_category=special)
    made(inside, inside.registry.units.enrol_unit(inside.caller, details).id, "Entered")
