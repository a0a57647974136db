"""
Say where a complaint stands: done, due, and who must hear of it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from service.decision.channels import Contact
from service.decision.ids import PersonId, PublicationId
from service.records.complaints import (
    Complaint,
    ComplaintEvent,
    ComplaintEventKind,
    Outcome,
)
from service.records.organisation import Organisation

SOON = timedelta(days=7)
BREACH_HOURS = timedelta(hours=72)
"""GDPR article 33: from when it came to be known."""
_ANSWERS = frozenset({ComplaintEventKind.ANSWERED, ComplaintEventKind.CLOSED})
_BREACH = frozenset({ComplaintEventKind.BREACH_NOTIFIED, ComplaintEventKind.BREACH_DISMISSED})


@dataclass(frozen=True, slots=True)
class Deadlines:
    """
    How long things may take, in days; a setting of the deployment.
    """

    acknowledge_days: int = 3
    answer_days: int = 30
    extension_days: int = 60


class Urgency(StrEnum):
    """
    How much a complaint presses, most first.
    """

    BREACH = "breach"
    """The 72 hours of a possible breach are running, or over."""
    LATE = "late"
    """A deadline is over: the legal contact hears of it."""
    SOON = "soon"
    """A deadline ends within a week."""
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ComplaintStory:
    """
    A complaint with what was done about it, oldest first.
    """

    complaint: Complaint
    events: tuple[ComplaintEvent, ...] = ()

    @property
    def is_closed(self) -> bool:
        """
        Tell whether it is over.
        """
        return self._has(ComplaintEventKind.CLOSED)

    @property
    def outcome(self) -> Outcome | None:
        """
        Give how it ended.
        """
        return next((each.outcome for each in self.events if each.outcome is not None), None)

    @property
    def person_id(self) -> PersonId | None:
        """
        Give whom it is about, as was told or found out last.
        """
        found = [each.person_id for each in self.events if each.person_id]
        return found[-1] if found else self.complaint.person_id

    @property
    def publication_id(self) -> PublicationId | None:
        """
        Give what it is about, as was told or found out last.
        """
        connected = [each for each in self.events if each.kind is ComplaintEventKind.CONNECTED]
        found = [each.publication_id for each in connected if each.publication_id]
        return found[-1] if found else self.complaint.publication_id

    @property
    def breach_notify_by(self) -> datetime | None:
        """
        Give when the 72 hours of a possible breach end, the first that began.
        """
        told = (self.complaint.breach_notify_by, *(each.breach_notify_by for each in self.events))
        return min((each for each in told if each is not None), default=None)

    @property
    def answer_by(self) -> date:
        """
        Give the last day for an answer, once extended the later one.
        """
        moved = [each.answer_by for each in self.events if each.answer_by is not None]
        return max([self.complaint.answer_by, *moved])

    @property
    def is_breach_open(self) -> bool:
        """
        Tell whether nobody has decided yet if the authority must be told.
        """
        is_candidate = self.breach_notify_by is not None
        return is_candidate and not any(each.kind in _BREACH for each in self.events)

    def due_on(self) -> date | None:
        """
        Give the next deadline; none once it is answered.
        """
        if any(each.kind in _ANSWERS for each in self.events):
            return None
        if self._has(ComplaintEventKind.ACKNOWLEDGED):
            return self.answer_by
        return min(self.complaint.acknowledge_by, self.answer_by)

    def urgency(self, today: date) -> Urgency:
        """
        Say how much it presses.
        """
        if self.is_breach_open:
            return Urgency.BREACH
        due = self.due_on()
        if self.is_closed or due is None:
            return Urgency.CLOSED if self.is_closed else Urgency.OPEN
        if due < today:
            return Urgency.LATE
        return Urgency.SOON if due - today <= SOON else Urgency.OPEN

    def goes_to(self, house: Organisation, urgency: Urgency) -> Contact:
        """
        Name who deals with it: once it presses, the legal contact does.
        """
        if urgency in {Urgency.BREACH, Urgency.LATE}:
            return house.legal
        return house.contact

    def _has(self, kind: ComplaintEventKind) -> bool:
        return any(each.kind is kind for each in self.events)
