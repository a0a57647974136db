"""
Hold the verbs about units: services, classes, wards.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath
from service.usecases.units.change_unit import ChangeUnit
from service.usecases.units.enrol_unit import EnrolUnit
from service.usecases.units.get_unit import GetUnit
from service.usecases.units.list_units import ListUnits


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitVerbs:
    """
    Every such verb as a field: `registry.units.enrol_unit`.
    """

    enrol_unit: EnrolUnit
    change_unit: ChangeUnit
    get_unit: GetUnit
    list_units: ListUnits


def unit_verbs(desk: Desk, aftermath: Aftermath) -> UnitVerbs:
    """
    Give each verb its ports.
    """
    return UnitVerbs(
        enrol_unit=EnrolUnit(desk),
        change_unit=ChangeUnit(desk, aftermath),
        get_unit=GetUnit(desk),
        list_units=ListUnits(desk),
    )
