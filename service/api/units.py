"""
Units: the services, classes and wards of an organisation.

The example to copy for other subjects.
"""

from typing import Any

from litestar import Router, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import UNSET, Struct, UnsetType

from service.api.requests import After, KnownAt, Limit, Once, page
from service.api.wire import ContactIn, ContactOut, Incoming, Line, PageOut
from service.decision.ids import UnitId
from service.records.organisation import Unit
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.units import UnitDetails


class UnitIn(Incoming, frozen=True, kw_only=True):
    """
    A unit to enter.
    """

    name: Line
    contact: ContactIn
    reveals_special_category: bool = False


class UnitChange(Incoming, frozen=True, kw_only=True):
    """
    What changes about a unit; what is left out stays.
    """

    name: Line | UnsetType = UNSET
    contact: ContactIn | UnsetType = UNSET
    reveals_special_category: bool | UnsetType = UNSET


class UnitOut(Struct, frozen=True):
    """
    A unit as recorded.
    """

    id: str
    name: str
    contact: ContactOut
    reveals_special_category: bool

    @classmethod
    def of(cls, unit: Unit) -> "UnitOut":
        """
        Show a unit.
        """
        return cls(unit.id, unit.name, ContactOut.of(unit.contact), unit.reveals_special_category)


def _details(sent: UnitIn | UnitChange) -> UnitDetails:
    """
    Give what was told as the verbs take it.
    """
    told: dict[str, Any] = sent.told()
    if isinstance(sent.contact, ContactIn):
        told["contact"] = sent.contact.to_contact()
    return UnitDetails(**told)


@post("/", operation_id="enrolUnit", sync_to_thread=True)
def enrol_unit(
    data: JSONBody[UnitIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> UnitOut:
    """
    Enter a unit.
    """
    return UnitOut.of(registry.units.enrol_unit(once(data), _details(data)))


@patch("/{unit_id:str}", operation_id="changeUnit", sync_to_thread=True)
def change_unit(
    unit_id: FromPath[str],
    data: JSONBody[UnitChange],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> UnitOut:
    """
    Change a unit.
    """
    return UnitOut.of(registry.units.change_unit(caller, UnitId(unit_id), _details(data)))


@get("/{unit_id:str}", operation_id="getUnit", sync_to_thread=True)
def get_unit(
    unit_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> UnitOut:
    """
    Give one unit.
    """
    return UnitOut.of(registry.units.get_unit(caller, UnitId(unit_id)))


@get("/", operation_id="listUnits", sync_to_thread=True)
def list_units(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
) -> PageOut[UnitOut]:
    """
    List units.
    """
    listing = registry.units.list_units(caller, page(limit, after, known_at))
    return PageOut([UnitOut.of(unit) for unit in listing.items], listing.next_after)


ROUTES = Router(
    "/units", route_handlers=[enrol_unit, change_unit, get_unit, list_units], tags=["units"]
)
