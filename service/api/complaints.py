"""
Complaints: what should not have been, and what was done.
"""

from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from service.api.complaint_structs import (
    ClosingIn,
    ComplaintIn,
    ComplaintOut,
    DemandOut,
    LetterOut,
    StepIn,
)
from service.api.requests import After, KnownAt, Limit, Once, page
from service.api.wire import ID_PATTERN, PageOut
from service.decision.ids import ComplaintId
from service.usecases.caller import Caller
from service.usecases.complaints import LetterKind
from service.usecases.registry import Registry

ClosedFilter = Annotated[
    bool | None, QueryParameter(description="Only closed complaints, or only open ones.")
]
IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]


@post("/", operation_id="fileComplaint", sync_to_thread=True)
def file_complaint(
    data: JSONBody[ComplaintIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> ComplaintOut:
    """
    Take in a complaint: it gets a number and deadlines.

    Where the person, or somebody who answers for them, had said no, it may be a breach,
    and 72 hours run.
    """
    caller = once(data)
    story = registry.complaints.file_complaint(caller, data.to_details())
    return ComplaintOut.of(story)


@get("/", operation_id="listComplaints", sync_to_thread=True)
def list_complaints(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
    person_id: IdFilter = None,
    publication_id: IdFilter = None,
    closed: ClosedFilter = None,
) -> PageOut[ComplaintOut]:
    """
    List complaints, oldest first.
    """
    state = {} if closed is None else {"closed" if closed else "open": "yes"}
    which = {"person_id": person_id, "publication_id": publication_id}
    asked = page(limit, after, known_at, **which, **state)
    listing = registry.complaints.list_complaints(caller, asked)
    return PageOut([ComplaintOut.judged(each) for each in listing.items], listing.next_after)


@get("/{complaint_id:str}", operation_id="getComplaint", sync_to_thread=True)
def get_complaint(
    complaint_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ComplaintOut:
    """
    Give one complaint, by id or number, with what was done about it.
    """
    return ComplaintOut.judged(registry.complaints.get_complaint(caller, ComplaintId(complaint_id)))


@post("/{complaint_id:str}/steps", operation_id="recordComplaintStep", sync_to_thread=True)
def record_complaint_step(
    complaint_id: FromPath[str],
    data: JSONBody[StepIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ComplaintOut:
    """
    Record what was done about a complaint.
    """
    story = registry.complaints.record_step(caller, ComplaintId(complaint_id), data.to_details())
    return ComplaintOut.of(story)


@post(
    "/{complaint_id:str}/close",
    operation_id="closeComplaint",
    status_code=200,
    sync_to_thread=True,
)
def close_complaint(
    complaint_id: FromPath[str],
    data: JSONBody[ClosingIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ComplaintOut:
    """
    Close a complaint for good.
    """
    story = registry.complaints.close_complaint(
        caller, ComplaintId(complaint_id), data.outcome, data.note
    )
    return ComplaintOut.of(story)


@get("/{complaint_id:str}/letter", operation_id="writeLetter", sync_to_thread=True)
def write_letter(
    complaint_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    kind: FromQuery[LetterKind] = LetterKind.ACKNOWLEDGEMENT,
) -> LetterOut:
    """
    Draft a letter in the language of whoever complains; nothing is sent.
    """
    return LetterOut.of(registry.complaints.write_letter(caller, ComplaintId(complaint_id), kind))


@post(
    "/{complaint_id:str}/letter", operation_id="draftClosing", status_code=200, sync_to_thread=True
)
def draft_closing(
    complaint_id: FromPath[str],
    data: JSONBody[ClosingIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> LetterOut:
    """
    Draft the closing letter as it would be; nothing is closed or sent.
    """
    verb, which = registry.complaints.write_letter.preview, ComplaintId(complaint_id)
    return LetterOut.of(verb(caller, which, data.outcome, data.note))


@post("/{complaint_id:str}/take-down", operation_id="demandTakedown", sync_to_thread=True)
def demand_takedown(
    complaint_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> DemandOut:
    """
    Ask for the publication to come down, and wherever it was shared again.
    """
    opened = registry.complaints.demand_takedown(caller, ComplaintId(complaint_id))
    return DemandOut(list(opened))


ROUTES = Router(
    "/complaints",
    route_handlers=[
        file_complaint,
        list_complaints,
        get_complaint,
        record_complaint_step,
        close_complaint,
        write_letter,
        draft_closing,
        demand_takedown,
    ],
    tags=["complaints"],
)
