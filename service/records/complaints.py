"""
Hold complaints, what was done about them, requests for exports.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from service.decision.ids import (
    ActorId,
    ComplaintId,
    ExportId,
    HoldId,
    PersonId,
    PhotoId,
    PublicationId,
)


class Route(StrEnum):
    """
    By which way a complaint came in.
    """

    PAGE = "page"
    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"
    IN_PERSON = "in_person"
    OTHER = "other"


class Wish(StrEnum):
    """
    What whoever complains asks for.
    """

    TAKE_DOWN = "take_down"
    CORRECT = "correct"
    EXPLAIN = "explain"
    ERASE = "erase"
    OTHER = "other"


class ComplaintEventKind(StrEnum):
    """
    What was done about a complaint.
    """

    ACKNOWLEDGED = "acknowledged"
    """Whoever complains was told that it arrived, with number and deadline."""
    EXTENDED = "extended"
    """The deadline was moved, and whoever complains was told why (GDPR article 12(3))."""
    CONNECTED = "connected"
    """It was found out whom or what it is about."""
    NOTED = "noted"
    TAKEN_DOWN = "taken_down"
    CORRECTED = "corrected"
    ANSWERED = "answered"
    BREACH_SUSPECTED = "breach_suspected"
    """It may be a breach, as whoever read it says: 72 hours run."""
    BREACH_NOTIFIED = "breach_notified"
    """The authority was told of a breach (GDPR article 33)."""
    BREACH_DISMISSED = "breach_dismissed"
    """It is no breach, or no risk to anybody; the note says why."""
    CLOSED = "closed"


class Outcome(StrEnum):
    """
    How a complaint ended.
    """

    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"


@dataclass(frozen=True, slots=True)
class ComplaintWords:
    """
    What whoever complains said, and who they are: what an erasure destroys.
    """

    complainant: str = ""
    contact: str = ""
    text: str = ""
    seen_at: str = ""
    """The address, page or issue, as it was told."""

    def __repr__(self) -> str:
        """
        Show nothing of it.
        """
        return "ComplaintWords(…)"


@dataclass(frozen=True, slots=True)
class Complaint:
    """
    Somebody says that a publication should not be.
    """

    id: ComplaintId
    number: str
    """The year and a number in it, to be named on the phone."""
    filed_at: datetime
    route: Route
    wish: Wish
    language: str
    """In which whoever complains is answered."""
    words_digest: str
    """SHA-256 of the words, so that the log vouches for them and keeps none."""
    acknowledge_by: date
    answer_by: date
    person_id: PersonId | None = None
    publication_id: PublicationId | None = None
    photo_id: PhotoId | None = None
    breach_notify_by: datetime | None = None
    """72 hours after it came to be known, where it may be a breach (GDPR article 33)."""
    legal_hold_id: HoldId | None = None
    """What keeps the evidence while it lasts."""
    words: ComplaintWords = field(default_factory=ComplaintWords)


@dataclass(frozen=True, slots=True)
class ComplaintEvent:
    """
    One thing that was done about a complaint.
    """

    complaint_id: ComplaintId
    kind: ComplaintEventKind
    recorded_at: datetime
    actor_id: ActorId
    note: str = ""
    publication_id: PublicationId | None = None
    answer_by: date | None = None
    outcome: Outcome | None = None
    person_id: PersonId | None = None
    """Whom it is about, as was found out."""
    breach_notify_by: datetime | None = None
    """72 hours after that showed that it may be a breach."""


class ExportEventKind(StrEnum):
    """
    What became of an export that two people are needed for.
    """

    APPROVED = "approved"
    MADE = "made"
    FAILED = "failed"
    """What was begun came to nothing: no file was handed out, so the approval stands."""


@dataclass(frozen=True, slots=True)
class ExportScope:
    """
    What an export is about; nothing named is everyone.
    """

    person_id: PersonId | None = None
    publication_id: PublicationId | None = None
    complaint_id: ComplaintId | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None
    include_others: bool = False
    """Nothing about other people is withheld."""

    @property
    def is_about_everyone(self) -> bool:
        """
        Tell whether it takes two people.
        """
        return not (self.person_id or self.publication_id or self.complaint_id)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """
    Somebody asks for an export of everyone.
    """

    id: ExportId
    requested_at: datetime
    requested_by: ActorId
    scope: ExportScope
    reason: str


@dataclass(frozen=True, slots=True)
class ExportEvent:
    """
    Somebody approved an export, or took it.
    """

    export_id: ExportId
    kind: ExportEventKind
    recorded_at: datetime
    actor_id: ActorId
