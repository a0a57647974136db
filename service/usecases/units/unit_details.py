"""
Say what can be told about a unit, and accept it.
"""

from dataclasses import dataclass, replace

from service.decision.channels import Contact
from service.records.organisation import Unit
from service.usecases import text
from service.usecases.contacts import checked_contact
from service.usecases.details import KEEP, Told


@dataclass(frozen=True, slots=True)
class UnitDetails:
    """
    What is told about a unit.
    """

    name: Told[str] = KEEP
    contact: Told[Contact] = KEEP
    reveals_special_category: Told[bool] = KEEP


def checked_unit(unit: Unit) -> Unit:
    """
    Accept a unit, tidied.

    Raises:
        InvalidInput: A part of it cannot be used.
    """
    return replace(
        unit,
        name=text.line(unit.name, "name"),
        contact=checked_contact(unit.contact, "contact"),
    )
