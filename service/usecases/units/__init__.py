"""
Verbs about units: the services, classes and wards of an organisation.

The example to copy: `unit_details.py` says what can be told and checks it,
`enrol_unit.py` enters, `change_unit.py` changes, `get_unit.py` and
`list_units.py` read.
"""

from service.usecases.units.unit_details import UnitDetails
from service.usecases.units.verbs import UnitVerbs, unit_verbs

__all__ = [
    "UnitDetails",
    "UnitVerbs",
    "unit_verbs",
]
