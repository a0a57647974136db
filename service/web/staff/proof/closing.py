"""
Close a complaint: the letter first, then the end.
"""

from typing import Any, Final

from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import ComplaintId
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.records.complaints import Outcome
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.staff.proof.complaint_page import Shown, complaint_page
from service.web.staff.proof.dealing import MAX_FORM_BYTES, ONE


@post(
    f"{ONE}/letter",
    sync_to_thread=True,
    status_code=200,
    operation_id="draftClosingOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
def draft_closing(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    complaint_id: FromPath[str],
) -> Response[bytes]:
    """
    Show the letter as it would be, in the language of whoever complains.
    """
    caller = request.auth.narrowed(Scope.COMPLAINTS_READ)
    outcome, note = fields["outcome"], fields["note"].replace("\r\n", "\n")
    try:
        verb = registry.complaints.write_letter.preview
        letter = verb(caller, ComplaintId(complaint_id), _outcome(outcome), note)
    except InvalidInput:
        wrong = Shown(fault="closed", note=note, outcome=outcome)
        return complaint_page(request, registry, complaint_id, wrong)
    shown = Shown(closing=letter, note=note, outcome=outcome)
    return complaint_page(request, registry, complaint_id, shown)


@post(
    f"{ONE}/close",
    sync_to_thread=True,
    operation_id="closeComplaintOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
def close_complaint(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    complaint_id: FromPath[str],
) -> Response[bytes]:
    """
    Close it for good.
    """
    caller = request.auth.narrowed(Scope.COMPLAINTS_WRITE)
    outcome, note = fields["outcome"], fields["note"].replace("\r\n", "\n")
    try:
        verb = registry.complaints.close_complaint
        verb(caller, ComplaintId(complaint_id), _outcome(outcome), note)
    except InvalidInput:
        wrong = Shown(fault="closed", note=note, outcome=outcome)
        return complaint_page(request, registry, complaint_id, wrong)
    return see_other(f"/complaints/{complaint_id}")


def _outcome(text: str) -> Outcome:
    """
    Read how it ends.

    Raises:
        InvalidInput: In no way that we know.
    """
    try:
        return Outcome(text)
    except ValueError:
        raise InvalidInput("Choose one of the list.", field="outcome") from None


ROUTES: Final = (draft_closing, close_complaint)
