"""
Show and change the settings of the house.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency

from service.decision.powers import Scope
from service.decision.takedowns import HOURS
from service.decision.terms import HolderRule
from service.errors import Conflict, InvalidInput, Unavailable
from service.records.organisation import Weekday
from service.usecases.caller import Caller
from service.usecases.organisations.organisation_details import known_time_zones
from service.usecases.plain import digest_of
from service.usecases.registry import Registry
from service.usecases.sight.people import needs_everybody
from service.usecases.staff import LostPasskeys
from service.web.catalogue import LANGUAGES
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.names import places_of
from service.web.staff.settings_form import (
    CONTACTS,
    Values,
    details_of,
    field_at_fault,
    reason_of,
    values_of,
    values_typed,
)

PATH: Final = "/settings"


@get(PATH, sync_to_thread=True, operation_id="showSettings")
def show_settings(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show the settings in the form that changes them.
    """
    request.auth.needs(Scope.ADMIN)
    needs_everybody(request.auth)
    return _shown(request, registry, is_saved="saved" in request.query_params)


@post(PATH, sync_to_thread=True, operation_id="changeSettingsOnPage")
def change_settings(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Change them, or show what is wrong with the form.
    """
    request.auth.needs(Scope.ADMIN)
    needs_everybody(request.auth)
    try:
        registry.organisations.change_settings(request.auth, details_of(fields), fields["seen"])
    except InvalidInput as refused:
        fault = field_at_fault(refused)
        return _form(request, registry, values_typed(fields), fields["seen"], fault=fault)
    except Conflict:
        return _shown(request, registry, is_overtaken=True)
    return see_other(f"{PATH}?saved")


def _shown(
    request: Request[Any, Caller, Any],
    registry: Registry,
    *,
    is_saved: bool = False,
    is_overtaken: bool = False,
) -> Response[bytes]:
    """
    Show what is recorded.
    """
    house = registry.organisations.get_settings(request.auth)
    return _form(
        request,
        registry,
        values_of(house),
        digest_of(house),
        is_saved=is_saved,
        is_overtaken=is_overtaken,
    )


def _form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    values: Values,
    seen: str,
    *,
    fault: str = "",
    is_saved: bool = False,
    is_overtaken: bool = False,
) -> Response[bytes]:
    recorded = registry.organisations.get_settings(request.auth).languages
    return page(
        request,
        "staff/settings.html",
        status=422 if fault else 409 if is_overtaken else 200,
        values=values,
        seen=seen,
        is_overtaken=is_overtaken,
        lost=_lost_passkeys(request, registry),
        fault=fault,
        reason=reason_of(fault),
        is_saved=is_saved,
        contacts=CONTACTS,
        usual_hours={medium.value: hours for medium, hours in HOURS.items()},
        rules=tuple(HolderRule),
        days=tuple(Weekday),
        spoken=tuple(dict.fromkeys((*recorded, *LANGUAGES))),
        places=places_of(registry),
        zones=sorted(known_time_zones()),
    )


def _lost_passkeys(request: Request[Any, Caller, Any], registry: Registry) -> LostPasskeys | None:
    """
    Say which passkeys open nothing at this address; None: that cannot be read.

    `obstat doctor` says why; these pages are needed all the same.
    """
    try:
        return registry.staff.find_lost_passkeys(request.auth)
    except Unavailable:
        return None


ROUTES: Final = (show_settings, change_settings)
