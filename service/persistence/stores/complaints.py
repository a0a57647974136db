"""
Keep complaints, what was done about them, requests for exports.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, exists, func, or_, select

from service.decision.ids import ComplaintId, ExportId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.queries import KNOWN_AT, Pages, equals, mine
from service.persistence.schema.complaints import (
    complaint_events,
    complaint_subjects,
    complaint_words,
    complaints,
    export_events,
    export_requests,
)
from service.persistence.statements import Prepared, Row, inserting
from service.persistence.transaction import Transaction
from service.records.complaints import (
    Complaint,
    ComplaintEvent,
    ComplaintEventKind,
    ComplaintWords,
    ExportEvent,
    ExportRequest,
)
from service.records.paging import Listing, Page

_complaint = select(
    complaints.c.id,
    complaints.c.document,
    complaint_words.c.complainant,
    complaint_words.c.contact,
    complaint_words.c.text,
    complaint_words.c.seen_at,
).join(
    complaint_words,
    (complaint_words.c.organisation_id == complaints.c.organisation_id)
    & (complaint_words.c.complaint_id == complaints.c.id),
)
_is_closed = exists().where(
    complaint_events.c.organisation_id == complaints.c.organisation_id,
    complaint_events.c.complaint_id == complaints.c.id,
    complaint_events.c.kind == "closed",
)


def _is_about(column: str) -> ColumnElement[bool]:
    """
    Tell whether a complaint named somebody, or was connected with them later.
    """
    later = exists().where(
        complaint_subjects.c.organisation_id == complaints.c.organisation_id,
        complaint_subjects.c.complaint_id == complaints.c.id,
        equals(complaint_subjects.c[column], column),
    )
    return or_(equals(complaints.c[column], column), later)


ADD = inserting(complaints)
ADD_WORDS = inserting(complaint_words)
ADD_EVENT = inserting(complaint_events)
ADD_SUBJECT = inserting(complaint_subjects)
ONE = Prepared(_complaint.where(mine(complaints, "id")))
BY_NUMBER = Prepared(_complaint.where(mine(complaints, "number")))
OPEN = Prepared(_complaint.where(mine(complaints), ~_is_closed).order_by(complaints.c.number))
LAST = Prepared(select(func.max(complaints.c.number)).where(mine(complaints)))
PAGES = Pages(
    _complaint.where(mine(complaints), complaints.c.filed_at <= KNOWN_AT),
    complaints.c.id,
    {name: _is_about(name) for name in ("person_id", "publication_id")}
    | {"open": ~_is_closed, "closed": _is_closed},
)
LAST_EVENT = Prepared(
    select(func.max(complaint_events.c.number)).where(mine(complaint_events, "complaint_id"))
)
EVENTS = Prepared(
    select(complaint_events.c.document)
    .where(mine(complaint_events, "complaint_id"))
    .order_by(complaint_events.c.number)
)
ADD_REQUEST = inserting(export_requests)
REQUEST = Prepared(select(export_requests.c.document).where(mine(export_requests, "id")))
REQUESTS = Pages(
    select(export_requests.c.id, export_requests.c.document).where(
        mine(export_requests), export_requests.c.requested_at <= KNOWN_AT
    ),
    export_requests.c.id,
    {},
)
ADD_STEP = inserting(export_events)
LAST_STEP = Prepared(
    select(func.max(export_events.c.number)).where(mine(export_events, "export_id"))
)
STEPS = Prepared(
    select(export_events.c.document)
    .where(mine(export_events, "export_id"))
    .order_by(export_events.c.number)
)

_decode = reader(Complaint).decode
_decode_event = reader(ComplaintEvent).decode
_decode_request = reader(ExportRequest).decode
_decode_step = reader(ExportEvent).decode


class SqlComplaints:
    """
    The complaints of one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def next_number(self) -> int:
        """
        Give the number of the next complaint; no other transaction gets it too.
        """
        self._transaction.lock("complaint-number")
        return self._transaction.number(LAST) + 1

    def add(self, complaint: Complaint, number: int) -> None:
        """
        Append a complaint.
        """
        words = complaint.words
        self._transaction.append(
            ADD,
            {
                "id": complaint.id,
                "number": number,
                "filed_at": complaint.filed_at,
                "person_id": complaint.person_id or "",
                "publication_id": complaint.publication_id or "",
                "photo_id": complaint.photo_id or "",
                "document": document_of(replace(complaint, words=ComplaintWords())),
            },
        )
        self._transaction.append(
            ADD_WORDS,
            {
                "complaint_id": complaint.id,
                "complainant": words.complainant,
                "contact": words.contact,
                "text": words.text,
                "seen_at": words.seen_at,
            },
        )

    def get(self, complaint_id: ComplaintId) -> Complaint:
        """
        Give one complaint.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(ONE, id=complaint_id)
        if row is None:
            raise NotFound("There is no such complaint.")
        return _complete(row)

    def find_number(self, number: int) -> Complaint | None:
        """
        Find a complaint by its running number.
        """
        row = self._transaction.first(BY_NUMBER, number=number)
        return _complete(row) if row else None

    def list_page(self, page: Page) -> Listing[Complaint]:
        """
        Give one page; filters: person_id, publication_id.
        """
        rows, next_after = PAGES.read(self._transaction, page)
        return Listing(tuple(_complete(row) for row in rows), next_after)

    def list_open(self) -> Sequence[Complaint]:
        """
        Give every complaint that is not closed, oldest first.
        """
        return [_complete(row) for row in self._transaction.all(OPEN)]

    def lock_story(self, complaint_id: ComplaintId) -> None:
        """
        Keep every other transaction from adding to what was done until we end.
        """
        self._transaction.lock("complaint", complaint_id)

    def add_event(self, event: ComplaintEvent) -> None:
        """
        Append what was done about a complaint, and whom that showed.
        """
        self.lock_story(event.complaint_id)
        last = self._transaction.number(LAST_EVENT, complaint_id=event.complaint_id)
        self._transaction.run(
            ADD_EVENT,
            complaint_id=event.complaint_id,
            number=last + 1,
            kind=event.kind.value,
            recorded_at=event.recorded_at,
            document=document_of(event),
        )
        if event.kind is ComplaintEventKind.CONNECTED:
            self._transaction.run(
                ADD_SUBJECT,
                complaint_id=event.complaint_id,
                number=last + 1,
                person_id=event.person_id or "",
                publication_id=event.publication_id or "",
            )

    def events_of(self, complaint_id: ComplaintId) -> Sequence[ComplaintEvent]:
        """
        Give what was done about it, in the order it was recorded.
        """
        rows = self._transaction.all(EVENTS, complaint_id=complaint_id)
        return [_decode_event(row[0]) for row in rows]


class SqlExportRequests:
    """
    The exports of everyone that were asked for, of one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, request: ExportRequest) -> None:
        """
        Append a request.
        """
        row = {
            "id": request.id,
            "requested_at": request.requested_at,
            "document": document_of(request),
        }
        self._transaction.append(ADD_REQUEST, row)

    def get(self, export_id: ExportId) -> ExportRequest:
        """
        Give one request.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(REQUEST, id=export_id)
        if row is None:
            raise NotFound("There is no such export.")
        return _decode_request(row[0])

    def list_page(self, page: Page) -> Listing[ExportRequest]:
        """
        Give one page of requests.
        """
        rows, next_after = REQUESTS.read(self._transaction, page)
        return Listing(tuple(_decode_request(row[1]) for row in rows), next_after)

    def lock_story(self, export_id: ExportId) -> None:
        """
        Keep others from adding to what became of it until we end.
        """
        self._transaction.lock("export", export_id)

    def add_event(self, event: ExportEvent) -> None:
        """
        Append what became of a request.
        """
        self.lock_story(event.export_id)
        last = self._transaction.number(LAST_STEP, export_id=event.export_id)
        self._transaction.run(
            ADD_STEP,
            export_id=event.export_id,
            number=last + 1,
            kind=event.kind.value,
            recorded_at=event.recorded_at,
            document=document_of(event),
        )

    def events_of(self, export_id: ExportId) -> Sequence[ExportEvent]:
        """
        Give what became of a request, oldest first.
        """
        return [_decode_step(row[0]) for row in self._transaction.all(STEPS, export_id=export_id)]


def _complete(row: Row) -> Complaint:
    """
    Put the words back that are kept apart.
    """
    return replace(_decode(row[1]), words=ComplaintWords(*row[2:6]))
