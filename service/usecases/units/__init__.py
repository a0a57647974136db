"""
Verbs about units: the services, classes and wards of an organisation.

The example to copy: `unit_details.py` says what can be told and checks it,
`enrol_unit.py` enters, `change_unit.py` changes, `get_unit.py` and
`list_units.py` read.
"""

from service.usecases.units.change_unit import ChangeUnit
from service.usecases.units.enrol_unit import EnrolUnit
from service.usecases.units.get_unit import GetUnit
from service.usecases.units.list_units import ListUnits
from service.usecases.units.unit_details import UnitDetails

__all__ = ["ChangeUnit", "EnrolUnit", "GetUnit", "ListUnits", "UnitDetails"]
