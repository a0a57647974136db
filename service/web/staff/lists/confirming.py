"""
Confirm what a colleague entered, or decline it (threat T7).
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PendingId
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.downloads import download
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.answering import recorder_of
from service.web.staff.people.person import channel_names, zone_of

_LIST: Final = "/lists/confirmations"


@get(_LIST, sync_to_thread=True, operation_id="showConfirmationsPage")
def show_confirmations(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List what waits.
    """
    return _listed(request, registry)


@get(
    "/lists/confirmations/{pending_id:str}/evidence",
    sync_to_thread=True,
    operation_id="showPendingEvidence",
)
def show_pending_evidence(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    pending_id: FromPath[str],
) -> Response[bytes]:
    """
    Hand out the proof; who took it is written down.
    """
    found = registry.consents.get_pending_evidence(recorder_of(request), PendingId(pending_id))
    return download(found.content, found.media_type, "evidence")


@post(
    "/lists/confirmations/{pending_id:str}",
    sync_to_thread=True,
    operation_id="settlePendingAnswer",
)
def settle(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    pending_id: FromPath[str],
) -> Response[Any]:
    """
    Confirm it: then it counts.  Or decline it: then it is deleted.
    """
    caller = recorder_of(request)
    try:
        if "confirm" in fields:
            registry.consents.confirm_answer(caller, PendingId(pending_id))
        elif "decline" in fields:
            registry.consents.decline_answer(caller, PendingId(pending_id))
    except InvalidInput:
        return _listed(request, registry, fault=True)
    return see_other(_LIST)


def _listed(
    request: Request[Any, Caller, Any], registry: Registry, *, fault: bool = False
) -> Response[bytes]:
    caller = recorder_of(request)
    return page(
        request,
        "staff/lists/confirmations.html",
        status=422 if fault else 200,
        waiting=registry.consents.list_pending_answers(caller),
        channels=channel_names(registry, caller),
        zone=zone_of(registry, caller),
        fault=fault,
    )


ROUTES: Final = (show_confirmations, show_pending_evidence, settle)
