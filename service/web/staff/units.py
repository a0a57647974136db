"""
Keep the units: the services, classes and wards of the house.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from uuid import uuid4

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.channels import Contact
from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.records.organisation import Unit
from service.usecases.caller import Caller, Idempotency
from service.usecases.registry import Registry
from service.usecases.units import UnitDetails
from service.web.fields import Fields
from service.web.listings import everything
from service.web.redirects import see_other
from service.web.render import page

PATH: Final = "/units"
FIELDS: Final = ("name", "contact_name", "contact_role", "contact_email", "contact_phone")


@get(PATH, sync_to_thread=True, operation_id="showUnits")
def show_units(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List every unit with whom to ask there.
    """
    request.auth.needs(Scope.ADMIN)
    found = everything(registry.units.list_units, request.auth)
    return page(
        request, "staff/units.html", units=sorted(found, key=lambda each: each.name.casefold())
    )


@get(f"{PATH}/new", sync_to_thread=True, operation_id="showNewUnit")
def show_new_unit(
    request: Request[Any, Caller, Any],
) -> Response[bytes]:
    """
    Show an empty form.
    """
    request.auth.needs(Scope.ADMIN)
    return _form(request, dict.fromkeys(FIELDS, ""), once=uuid4().hex)


@post(PATH, sync_to_thread=True, operation_id="enrolUnitOnPage")
def enrol_unit(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Enter a unit, pressed twice once; or show what is wrong with the form.
    """
    details, once = _details(fields), fields["once"] or uuid4().hex
    same = Idempotency.of_form(once, details)
    try:
        registry.units.enrol_unit(replace(request.auth, idempotency=same), details)
    except InvalidInput as refused:
        return _form(request, _typed(fields), fault=_fault(refused), once=once)
    return see_other(PATH)


@get(f"{PATH}/{{unit_id:str}}/change", sync_to_thread=True, operation_id="showUnitForm")
def show_unit_form(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    unit_id: FromPath[str],
) -> Response[bytes]:
    """
    Show the form as it is recorded.
    """
    request.auth.needs(Scope.ADMIN)
    unit = registry.units.get_unit(request.auth, UnitId(unit_id))
    return _form(request, _recorded(unit), unit=unit)


@post(f"{PATH}/{{unit_id:str}}/change", sync_to_thread=True, operation_id="changeUnitOnPage")
def change_unit(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    unit_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Change a unit, or show what is wrong with the form.
    """
    request.auth.needs(Scope.ADMIN)
    unit = registry.units.get_unit(request.auth, UnitId(unit_id))
    try:
        registry.units.change_unit(request.auth, UnitId(unit_id), _details(fields))
    except InvalidInput as refused:
        return _form(request, _typed(fields), unit=unit, fault=_fault(refused))
    return see_other(PATH)


def _details(fields: Fields) -> UnitDetails:
    """
    Read the form.
    """
    return UnitDetails(
        name=fields["name"],
        contact=Contact(
            name=fields["contact_name"],
            role=fields["contact_role"],
            email=fields["contact_email"],
            phone=fields["contact_phone"],
        ),
        reveals_special_category="special" in fields,
    )


def _typed(fields: Fields) -> dict[str, str]:
    """
    Give what was typed, to fill the form again.
    """
    return {name: fields[name] for name in (*FIELDS, "special")}


def _recorded(unit: Unit) -> dict[str, str]:
    """
    Give what is recorded, to fill the form.
    """
    contact = unit.contact
    return {
        "name": unit.name,
        "contact_name": contact.name,
        "contact_role": contact.role,
        "contact_email": contact.email,
        "contact_phone": contact.phone,
        "special": "1" if unit.reveals_special_category else "",
    }


def _fault(refused: InvalidInput) -> str:
    """
    Give the field of the form that is wrong.
    """
    return (refused.field or "name").replace("contact.", "contact_")


def _form(
    request: Request[Any, Caller, Any],
    typed: Mapping[str, str],
    *,
    unit: Unit | None = None,
    fault: str = "",
    once: str = "",
) -> Response[bytes]:
    """
    Show the form with what stands in it, and what is wrong with it.
    """
    return page(
        request,
        "staff/unit_form.html",
        status=422 if fault else 200,
        unit=unit,
        typed=typed,
        fault=fault,
        once=once,
    )


ROUTES: Final = (show_units, show_new_unit, enrol_unit, show_unit_form, change_unit)
