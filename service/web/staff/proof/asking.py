"""
Ask for everybody's data, approve what somebody else asks for, take it.
"""

from datetime import UTC, date, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.calendar import start_of
from service.decision.ids import ExportId
from service.errors import Conflict, InvalidInput
from service.records.complaints import ExportScope
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.staff.proof.exports import PATH, exports_page, handed_out
from service.web.staff.proof.reading import zone_of

REQUESTS: Final = f"{PATH}/requests"


@post(REQUESTS, sync_to_thread=True, operation_id="requestExportOnPage")
def request_export(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Write down who asks for everybody, or for a period, and why.
    """
    caller, reason = request.auth, fields["reason"].replace("\r\n", "\n")
    try:
        scope = _period(fields, zone_of(registry, caller))
        registry.exports.request_export(caller, scope, reason)
    except InvalidInput as refused:
        fault = "reason" if refused.field == "reason" else "period"
        return exports_page(request, registry, fault=fault, reason=reason)
    return see_other(PATH)


@post(f"{REQUESTS}/{{export_id:str}}/approve", sync_to_thread=True, operation_id="approveOnPage")
def approve_export(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    export_id: FromPath[str],
) -> Response[bytes]:
    """
    Agree to what somebody else asked for; agreed twice, once counts.
    """
    try:
        registry.exports.approve_export(request.auth, ExportId(export_id))
    except Conflict:
        return see_other(PATH)
    return see_other(PATH)


@post(
    f"{REQUESTS}/{{export_id:str}}/make",
    sync_to_thread=True,
    status_code=200,
    operation_id="makeApprovedOnPage",
)
def make_approved(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    export_id: FromPath[str],
) -> Response[bytes]:
    """
    Take what was approved.
    """
    verb = registry.exports.make_export
    return handed_out(verb(request.auth, ExportScope(), ExportId(export_id)))


def _period(fields: Fields, zone: ZoneInfo) -> ExportScope:
    """
    Read from the first day to the last one, both included; empty, it is everything.

    Raises:
        InvalidInput: These are no days.
    """
    try:
        first = date.fromisoformat(fields["from"]) if fields["from"] else None
        last = date.fromisoformat(fields["until"]) if fields["until"] else None
        return ExportScope(
            # In UTC at once: the first day of all begins before it there.
            from_at=start_of(first, zone).astimezone(UTC) if first else None,
            until_at=start_of(last + timedelta(days=1), zone).astimezone(UTC) if last else None,
        )
    except (ValueError, OverflowError):
        raise InvalidInput("This is no date.", field="from_at") from None


ROUTES: Final = (request_export, approve_export, make_approved)
