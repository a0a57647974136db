"""
Show what has been kept long enough, and let it go.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency

from service.decision.powers import Scope
from service.errors import Conflict
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page

PATH: Final = "/retention"


@get(PATH, sync_to_thread=True, operation_id="showRetentionPage")
def show_retention(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show what would go today, class by class.
    """
    return _shown(request, registry)


@post(PATH, sync_to_thread=True, operation_id="applyRetentionPage")
def apply_retention(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[Any]:
    """
    Let go exactly what was shown; anything else is shown anew.
    """
    if not fields["sure"]:
        return _shown(request, registry, fault="unsure")
    try:
        registry.retention.apply_retention(request.auth, fields["plan"])
    except Conflict:
        return _shown(request, registry, fault="changed")
    return see_other(f"{PATH}?done")


def _shown(
    request: Request[Any, Caller, Any], registry: Registry, fault: str = ""
) -> Response[bytes]:
    plan = registry.retention.plan_retention(request.auth)
    return page(
        request,
        "staff/retention.html",
        status=409 if fault == "changed" else 422 if fault else 200,
        plan=plan,
        may_apply=request.auth.may(Scope.ADMIN),
        deciding=[each for each in plan.classes if not each.rule.is_automatic],
        alone=[each for each in plan.classes if each.rule.is_automatic],
        fault=fault,
        done="done" in request.query_params,
    )


ROUTES: Final = (show_retention, apply_retention)
