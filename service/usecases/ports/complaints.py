"""
Ask for complaints, and for exports that two people are needed for.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Sequence
from typing import Protocol

from service.decision.ids import ComplaintId, ExportId
from service.records.complaints import Complaint, ComplaintEvent, ExportEvent, ExportRequest
from service.records.paging import Listing, Page
from service.usecases.ports.ledger import WitnessedHeads
from service.usecases.ports.stamping import HeadStamps


class Complaints(Protocol):
    """
    Complaints, and what was done about them; appended, never changed.
    """

    def next_number(self) -> int:
        """
        Give the number of the next complaint; no other transaction gets it too.
        """
        ...

    def add(self, complaint: Complaint, number: int) -> None:
        """
        Append a complaint.
        """
        ...

    def get(self, complaint_id: ComplaintId) -> Complaint:
        """
        Give one complaint.

        Raises:
            NotFound: There is none.
        """
        ...

    def find_number(self, number: int) -> Complaint | None:
        """
        Find a complaint by its running number.
        """
        ...

    def list_page(self, page: Page) -> Listing[Complaint]:
        """
        Give one page; filters: person_id, publication_id.
        """
        ...

    def list_open(self) -> Sequence[Complaint]:
        """
        Give every complaint that is not closed, oldest first.
        """
        ...

    def lock_story(self, complaint_id: ComplaintId) -> None:
        """
        Keep every other transaction from adding to what was done until we end.
        """
        ...

    def add_event(self, event: ComplaintEvent) -> None:
        """
        Append what was done about a complaint.
        """
        ...

    def events_of(self, complaint_id: ComplaintId) -> Sequence[ComplaintEvent]:
        """
        Give what was done about it, in the order it was recorded.
        """
        ...


class ExportRequests(Protocol):
    """
    Exports of everyone that were asked for.
    """

    def add(self, request: ExportRequest) -> None:
        """
        Append a request.
        """
        ...

    def get(self, export_id: ExportId) -> ExportRequest:
        """
        Give one request.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_page(self, page: Page) -> Listing[ExportRequest]:
        """
        Give one page of requests.
        """
        ...

    def lock_story(self, export_id: ExportId) -> None:
        """
        Keep others from adding to what became of it until we end.
        """
        ...

    def add_event(self, event: ExportEvent) -> None:
        """
        Append what became of a request.
        """
        ...

    def events_of(self, export_id: ExportId) -> Sequence[ExportEvent]:
        """
        Give what became of a request, oldest first.
        """
        ...


class ComplaintWork(Protocol):
    """
    What a unit of work reaches of these.
    """

    @property
    def complaints(self) -> Complaints:
        """
        Reach the complaints.
        """
        ...

    @property
    def head_stamps(self) -> HeadStamps:
        """
        Reach the time stamps of our heads.
        """
        ...

    @property
    def witnessed_heads(self) -> WitnessedHeads:
        """
        Reach the heads of other logs.
        """
        ...

    @property
    def export_requests(self) -> ExportRequests:
        """
        Reach the exports of everyone that were asked for.
        """
        ...
