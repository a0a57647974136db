"""
Make complaints and requests for exports, each complete and plain to see.
"""

from datetime import timedelta

from service.decision.ids import ComplaintId, ExportId, PersonId
from service.records.complaints import (
    Complaint,
    ComplaintEvent,
    ComplaintEventKind,
    ComplaintWords,
    ExportRequest,
    ExportScope,
    Route,
    Wish,
)
from tests.persistence.ground import ASHA, NOW


def make_complaint(
    name: str = "one", *, person: str = "lea", text: str = "Take it down"
) -> Complaint:
    """
    Make a complaint about a person's picture.
    """
    return Complaint(
        id=ComplaintId(f"complaint-{name}"),
        number="2026-0001",
        filed_at=NOW,
        route=Route.EMAIL,
        wish=Wish.TAKE_DOWN,
        language="fr-BE",
        words_digest="00ff",
        acknowledge_by=NOW.date() + timedelta(days=3),
        answer_by=NOW.date() + timedelta(days=30),
        person_id=PersonId(f"person-{person}"),
        words=ComplaintWords("Her mother", "mother@example.org", text, "the page"),
    )


def make_complaint_event(
    complaint: Complaint,
    note: str = "Told by phone",
    kind: ComplaintEventKind = ComplaintEventKind.NOTED,
) -> ComplaintEvent:
    """
    Make something that was done about a complaint.
    """
    return ComplaintEvent(complaint.id, kind, NOW, ASHA, note)


def make_export_request(name: str = "one") -> ExportRequest:
    """
    Make a request for an export of everyone.
    """
    return ExportRequest(ExportId(f"export-{name}"), NOW, ASHA, ExportScope(), "The authority asks")
