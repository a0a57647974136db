"""
Stop publication at once, and let it go on again.

What is on a person or a photo is placed where that person or photo is shown.
"""

from contextlib import suppress
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.holds import Hold
from service.decision.ids import HoldId, UnitId
from service.decision.powers import Scope
from service.decision.terms import HoldKind
from service.errors import InvalidInput, NotFound
from service.usecases.caller import Caller
from service.usecases.holds import HoldDetails
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.listings import everything
from service.web.moments import end_of_day
from service.web.redirects import see_other
from service.web.render import page, texts_of

PATH: Final = "/holds"
_PLACED_HERE: Final = (HoldKind.CRISIS, HoldKind.LEGAL)


@get(PATH, sync_to_thread=True, operation_id="showHolds")
def show_holds(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List what stands in the way now, and offer the switch.
    """
    return _page(request, registry)


@post(PATH, sync_to_thread=True, operation_id="placeHoldOnPage")
def place_hold(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Place a hold on the house or a unit; it counts at once.
    """
    try:
        kind = HoldKind(fields["kind"])
        zone = ZoneInfo(registry.organisations.get_settings(request.auth).time_zone)
        details = HoldDetails(
            kind=kind,
            until_at=end_of_day(fields["until"], zone, "until_at"),
            unit_id=UnitId(fields["unit_id"]) if fields["unit_id"] else None,
        )
        registry.holds.place_hold(request.auth, details)
    except (InvalidInput, ValueError):
        return _page(request, registry, is_wrong=True)
    return see_other(PATH)


@post(f"{PATH}/{{hold_id:str}}/lift", sync_to_thread=True, operation_id="liftHoldOnPage")
def lift_hold(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], hold_id: FromPath[str]
) -> Response[bytes]:
    """
    Lift a hold at this instant.
    """
    registry.holds.lift_hold(request.auth, HoldId(hold_id))
    return see_other(PATH)


def _page(
    request: Request[Any, Caller, Any], registry: Registry, *, is_wrong: bool = False
) -> Response[bytes]:
    """
    Show what is held: people and photos by name to whoever may read them, else unnamed.
    """
    holds = registry.holds.list_live_holds(request.auth)
    may_write = request.auth.may(Scope.HOLDS_WRITE)
    units = everything(registry.units.list_units, request.auth)
    return page(
        request,
        "staff/holds.html",
        status=422 if is_wrong else 200,
        is_wrong=is_wrong,
        holds=holds,
        names=_names(request, registry, holds),
        units=units,
        unit_names={each.id: each.name for each in units},
        kinds=[each.value for each in _PLACED_HERE],
        zone=ZoneInfo(registry.organisations.get_settings(request.auth).time_zone),
        may_write=may_write,
        is_of_house=may_write and request.auth.narrowed(Scope.HOLDS_WRITE).actor.unit_ids is None,
    )


def _names(
    request: Request[Any, Caller, Any], registry: Registry, holds: tuple[Hold, ...]
) -> dict[HoldId, str]:
    """
    Name the people and photos that are held, as far as the caller may read them.
    """
    caller, texts = request.auth, texts_of(request)
    found: dict[HoldId, str] = {}
    for each in holds:
        with suppress(NotFound):
            if each.person_id is not None and caller.may(Scope.PEOPLE_READ):
                person = registry.people.get_person(caller, each.person_id)
                found[each.id] = f"{person.given_name} {person.family_name}"
            if each.photo_id is not None and caller.may(Scope.PHOTOS_READ):
                photo = registry.photos.get_photo(caller, each.photo_id).photo
                found[each.id] = photo.title or texts("pictures.untitled")
    return found


ROUTES: Final = (show_holds, place_hold, lift_hold)
