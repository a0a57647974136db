"""
List where everybody said yes, and how their answers came.
"""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from service.usecases.caller import Caller
from service.usecases.overviews import MAX_MONTHS, MONTHS
from service.usecases.registry import Registry
from service.web.render import page
from service.web.staff.people.person import zone_of

CHOICES: Final = (3, MONTHS, MAX_MONTHS)


@get("/lists/unanimous", sync_to_thread=True, operation_id="showUnanimousPage")
def show_unanimous(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    months: FromQuery[int] = MONTHS,
) -> Response[bytes]:
    """
    List units and months without a single no, and how the answers came.
    """
    back = max(1, min(months, MAX_MONTHS))
    return page(
        request,
        "staff/lists/unanimous.html",
        found=registry.overviews.list_unanimous(request.auth, back),
        months=back,
        choices=CHOICES,
        zone=zone_of(registry, request.auth),
    )


ROUTES: Final = (show_unanimous,)
