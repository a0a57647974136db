"""
Look at who may be entered twice, and say whether they are one.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.decision.twins import PairVerdict
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.reading import chosen, reader_of, units_in_sight, writer_of

PATH: Final = "/lists/duplicates"


@get(PATH, sync_to_thread=True, operation_id="showDuplicatesPage")
def show_duplicates(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List who may be entered twice, two by two.
    """
    caller = reader_of(request)
    found = registry.overviews.list_duplicates(caller)
    said = request.query_params.get("said")
    return page(
        request,
        "staff/lists/duplicates.html",
        pairs=[pair for alike in found for pair in alike.pairs],
        units=units_in_sight(registry, caller),
        may_settle=request.auth.may(Scope.PEOPLE_WRITE),
        said=said if said in set(PairVerdict) else None,
    )


@post(PATH, sync_to_thread=True, operation_id="settlePairInList")
def settle_in_list(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Say of two in the list whether they are one person.
    """
    verdict = _settle(request, registry, fields, fields["person_id"])
    return see_other(f"{PATH}?said={verdict.value}")


@post("/people/{person_id:str}/pairs", sync_to_thread=True, operation_id="settlePairOnPage")
def settle_on_page(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Say on somebody's page whether another record is theirs, after all.
    """
    _settle(request, registry, fields, person_id)
    return see_other(f"/people/{person_id}")


def _settle(
    request: Request[Any, Caller, Any], registry: Registry, fields: Fields, person_id: str
) -> PairVerdict:
    verdict = chosen(PairVerdict, fields["verdict"], "verdict")
    registry.people.settle_pair(
        writer_of(request), PersonId(person_id), PersonId(fields["other_id"]), verdict
    )
    return verdict


ROUTES: Final = (show_duplicates, settle_in_list, settle_on_page)
