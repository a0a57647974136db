"""
See and erase people.
"""

import click

from cli.door import Inside, with_registry
from cli.output import OUT
from cli.pages import chosen, everything, show, show_one
from service.decision.ids import PersonId
from service.decision.terms import Category


@click.group()
def people() -> None:
    """
    Look after the people of the organisation.
    """


@people.command("list")
@click.option("--unit", metavar="ID", help="Only people of this unit.")
@click.option("--category", type=click.Choice([each.value for each in Category]))
@with_registry
def list_(inside: Inside, unit: str | None, category: str | None) -> None:
    """
    List people.
    """
    found = everything(
        inside.registry.list_people, inside.caller, chosen(unit_id=unit, category=category)
    )
    rows = [
        {
            "id": each.id,
            "name": f"{each.given_name} {each.family_name}",
            "category": each.category.value,
            "born_on": each.born_on.isoformat() if each.born_on else None,
            "external_id": each.external_id,
        }
        for each in found
    ]
    headings = {
        "id": "id",
        "name": "name",
        "category": "category",
        "born_on": "born",
        "external_id": "number",
    }
    show(inside, rows, headings, "Nobody yet: `obstat import people.csv`.")


@people.command("show")
@click.argument("person_id")
@with_registry
def show_person(inside: Inside, person_id: str) -> None:
    """
    Show what is known of the person PERSON_ID.
    """
    show_one(inside, inside.registry.get_person(inside.caller, PersonId(person_id)))


@people.command("erase")
@click.argument("person_id")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_registry
def erase(inside: Inside, person_id: str, *, yes: bool) -> None:
    """
    Erase the person PERSON_ID: names and facts are destroyed, the tree still verifies.
    """
    if not yes:
        click.confirm("This cannot be undone. Erase?", abort=True, err=True)
    inside.registry.erase_person(inside.caller, PersonId(person_id))
    OUT.print("Erased.")
