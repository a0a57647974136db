"""
List people, and look for somebody.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.decision.terms import Category
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.people import PeopleFound, PeopleSought
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.render import page
from service.web.staff.people.reading import chosen, reader_of, units_in_sight

PAGE: Final = 50
_MOST_PAGES: Final = 100_000


@get("/people", sync_to_thread=True, operation_id="showPeoplePage")
def show_people(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    unit: FromQuery[str] = "",
    category: FromQuery[str] = "",
    start: FromQuery[int] = 0,
) -> Response[bytes]:
    """
    List everybody in sight by name.
    """
    texts = {"unit": [unit], "category": [category]}
    return _listed(request, registry, Fields(texts), max(0, min(start, _MOST_PAGES)))


@post("/people/search", sync_to_thread=True, status_code=200, operation_id="searchPeoplePage")
def search_people(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Look for somebody; the name is nowhere but in the form.
    """
    return _listed(request, registry, fields, 0)


def _listed(
    request: Request[Any, Caller, Any], registry: Registry, fields: Fields, start: int
) -> Response[bytes]:
    """
    Show who is found.
    """
    caller = reader_of(request)
    fault = False
    try:
        found = registry.people.search_people(caller, _sought(fields, start))
    except InvalidInput:
        found, fault = PeopleFound((), 0), True
    return page(
        request,
        "staff/people/list.html",
        status=422 if fault else 200,
        found=found,
        fault=fault,
        came_back=registry.mail.list_letters.came_back(caller),
        waiting=_waiting(registry, request.auth),
        name=fields["name"],
        unit=fields["unit"],
        category=fields["category"],
        categories=[each.value for each in Category],
        units=units_in_sight(registry, caller),
        start=start,
        next_start=start + PAGE if start + PAGE < found.total and not fields["name"] else None,
        may_write=Scope.PEOPLE_WRITE in caller.actor.scopes,
        scopes={each.value for each in caller.actor.scopes},
    )


def _waiting(registry: Registry, caller: Caller) -> dict[str, int]:
    """
    Count the answers that wait for this reader, by the list they are in.
    """
    if not caller.may(Scope.CONSENTS_WRITE):
        return {}
    pending = registry.consents.list_pending_answers(caller)
    return {
        "/answers": len(registry.unmatched.list_unmatched(caller)),
        "/lists/confirmations": sum(not each.is_own for each in pending),
    }


def _sought(fields: Fields, start: int) -> PeopleSought:
    """
    Read whom somebody looks for.

    Raises:
        InvalidInput: There is no such category.
    """
    category = chosen(Category, fields["category"], "category") if fields["category"] else None
    unit_id = UnitId(fields["unit"]) if fields["unit"] else None
    return PeopleSought(fields["name"], unit_id, category, PAGE, start)


ROUTES: Final = (show_people, search_people)
