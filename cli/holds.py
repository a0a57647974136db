"""
Place and lift holds; the crisis switch is one of them.
"""

import click

from cli.door import Inside, with_registry
from cli.output import OUT, emit
from cli.pages import everything, show
from service.decision.ids import HoldId, PersonId, UnitId
from service.decision.terms import HoldKind
from service.usecases.holds import HoldDetails


@click.group()
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
    rows = [
        {
            "id": each.id,
            "kind": each.kind.value,
            "on": each.person_id or each.unit_id or each.photo_id or "the organisation",
            "from_at": each.from_at.isoformat(timespec="minutes"),
            "until_at": each.until_at.isoformat(timespec="minutes") if each.until_at else None,
        }
        for each in everything(inside.registry.list_holds, inside.caller, {})
    ]
    headings = {"kind": "kind", "on": "on", "from_at": "from", "until_at": "until", "id": "id"}
    show(inside, rows, headings, "Nothing is held.")


@holds.command("place")
@click.argument("kind", type=click.Choice([each.value for each in HoldKind]))
@click.option("--person", metavar="ID")
@click.option("--unit", metavar="ID")
@with_registry
def place(inside: Inside, kind: str, person: str | None, unit: str | None) -> None:
    """
    Place a hold of KIND on a person, a unit, or the whole organisation.
    """
    details = HoldDetails(
        HoldKind(kind),
        unit_id=UnitId(unit) if unit else None,
        person_id=PersonId(person) if person else None,
    )
    hold = inside.registry.place_hold(inside.caller, details)
    if inside.json:
        emit({"id": hold.id})
    else:
        OUT.print(f"Placed: {hold.id}")


@holds.command("lift")
@click.argument("hold_id")
@with_registry
def lift(inside: Inside, hold_id: str) -> None:
    """
    Lift the hold HOLD_ID.
    """
    inside.registry.lift_hold(inside.caller, HoldId(hold_id))
    OUT.print("Lifted.")
