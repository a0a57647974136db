"""
Do something about a complaint, one form each.
"""

from contextlib import suppress
from datetime import date
from typing import Any, Final

from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import ComplaintId, HoldId, PersonId, PublicationId
from service.decision.powers import Scope
from service.errors import AlreadyExists, InvalidInput, NotFound
from service.records.complaints import ComplaintEventKind
from service.usecases.caller import Caller
from service.usecases.complaints import StepDetails
from service.usecases.people import PeopleSought
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.staff.proof.complaint_page import MOST_OFFERED, Shown, complaint_page

ONE: Final = "/complaints/{complaint_id:str}"
MAX_FORM_BYTES: Final = 256 * 1024
_STEPS: Final = frozenset(ComplaintEventKind) - {ComplaintEventKind.CLOSED}


@post(f"{ONE}/find", sync_to_thread=True, status_code=200, operation_id="findForComplaint")
def find_person(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    complaint_id: FromPath[str],
) -> Response[bytes]:
    """
    Look for whom it is about; the name is nowhere but in the form.
    """
    caller = request.auth.narrowed(Scope.PEOPLE_READ)
    try:
        sought = PeopleSought(name=fields["name"], limit=MOST_OFFERED)
        found = registry.people.search_people(caller, sought).items if fields["name"] else ()
    except InvalidInput:
        found = ()
    return complaint_page(
        request, registry, complaint_id, Shown(sought=fields["name"], people=found)
    )


@post(
    f"{ONE}/steps/{{kind:str}}",
    sync_to_thread=True,
    operation_id="recordStepOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
def record_step(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    complaint_id: FromPath[str],
    kind: FromPath[str],
) -> Response[bytes]:
    """
    Write down one thing that was done.
    """
    caller = request.auth.narrowed(Scope.COMPLAINTS_WRITE)
    note = fields["note"].replace("\r\n", "\n")
    try:
        details = _step(kind, note, fields)
        with suppress(AlreadyExists):
            registry.complaints.record_step(caller, ComplaintId(complaint_id), details)
    except InvalidInput:
        return complaint_page(request, registry, complaint_id, Shown(fault=kind, note=note))
    return see_other(f"/complaints/{complaint_id}")


@post(f"{ONE}/take-down", sync_to_thread=True, operation_id="demandTakedownOnPage")
def demand_takedown(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    complaint_id: FromPath[str],
) -> Response[bytes]:
    """
    Ask for what it is about to come down; asked twice, once counts.
    """
    caller = request.auth.narrowed(Scope.COMPLAINTS_WRITE)
    try:
        registry.complaints.demand_takedown(caller, ComplaintId(complaint_id))
    except AlreadyExists:
        return see_other(f"/complaints/{complaint_id}")
    return see_other(f"/complaints/{complaint_id}")


@post(f"{ONE}/hold", sync_to_thread=True, operation_id="holdForComplaint")
def place_hold(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    complaint_id: FromPath[str],
) -> Response[bytes]:
    """
    Let nothing about it be erased till somebody lifts that, once.
    """
    with suppress(AlreadyExists):  # a second press; the page shows that it is held
        registry.complaints.hold_subject(request.auth, ComplaintId(complaint_id))
    return see_other(f"/complaints/{complaint_id}")


@post(f"{ONE}/hold/{{hold_id:str}}/lift", sync_to_thread=True, operation_id="liftHoldOfComplaint")
def lift_hold(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    complaint_id: FromPath[str],
    hold_id: FromPath[str],
) -> Response[bytes]:
    """
    Let what is about it be erased again.
    """
    registry.holds.lift_hold(request.auth, HoldId(hold_id))
    return see_other(f"/complaints/{complaint_id}")


def _step(kind: str, note: str, fields: Fields) -> StepDetails:
    """
    Read a step.

    Raises:
        InvalidInput: The day is none.
        NotFound: There is no such step.
    """
    if kind not in _STEPS:
        raise NotFound("Nothing of this kind can be done.")
    person, publication = fields["person"], fields["publication"].rpartition("/")[2]
    try:
        answer_by = date.fromisoformat(fields["answer_by"]) if fields["answer_by"] else None
    except ValueError:
        raise InvalidInput("This is no date.", field="answer_by") from None
    return StepDetails(
        kind=ComplaintEventKind(kind),
        note=note,
        publication_id=PublicationId(publication) if publication else None,
        answer_by=answer_by,
        person_id=PersonId(person) if person else None,
    )


ROUTES: Final = (find_person, record_step, demand_takedown, place_hold, lift_hold)
