"""
What complaints look like on the wire.
"""

from datetime import date, datetime

from msgspec import Struct

from service.api.wire import Id, Incoming, Line, Text
from service.decision.ids import PersonId, PhotoId, PublicationId
from service.records.complaints import (
    ComplaintEvent,
    ComplaintEventKind,
    ComplaintWords,
    Outcome,
    Route,
    Wish,
)
from service.usecases.complaints import (
    ComplaintDetails,
    ComplaintStory,
    Letter,
    Pressing,
    StepDetails,
    Urgency,
)


class ComplaintIn(Incoming, frozen=True, kw_only=True):
    """
    A complaint as it came in.
    """

    text: Text
    route: Route = Route.OTHER
    wish: Wish = Wish.OTHER
    complainant: Line = ""
    contact: Line = ""
    seen_at: Text = ""
    language: Line = ""
    person_id: Id | None = None
    publication_id: Id | None = None
    photo_id: Id | None = None
    may_be_breach: bool = False
    legal_hold: bool = False

    def to_details(self) -> ComplaintDetails:
        """
        Give it as the verb takes it.
        """
        return ComplaintDetails(
            route=self.route,
            wish=self.wish,
            words=ComplaintWords(self.complainant, self.contact, self.text, self.seen_at),
            language=self.language,
            person_id=None if self.person_id is None else PersonId(self.person_id),
            publication_id=(
                None if self.publication_id is None else PublicationId(self.publication_id)
            ),
            photo_id=None if self.photo_id is None else PhotoId(self.photo_id),
            may_be_breach=self.may_be_breach,
            legal_hold=self.legal_hold,
        )


class StepIn(Incoming, frozen=True, kw_only=True):
    """
    What was done about a complaint.
    """

    kind: ComplaintEventKind
    note: Text = ""
    publication_id: Id | None = None
    answer_by: date | None = None
    person_id: Id | None = None
    """Of `connected` only: whom it turned out to be about."""

    def to_details(self) -> StepDetails:
        """
        Give it as the verb takes it.
        """
        publication_id = self.publication_id
        return StepDetails(
            self.kind,
            self.note,
            None if publication_id is None else PublicationId(publication_id),
            self.answer_by,
            None if self.person_id is None else PersonId(self.person_id),
        )


class ClosingIn(Incoming, frozen=True, kw_only=True):
    """
    How a complaint ended, and why; whoever complains reads the reason.
    """

    outcome: Outcome
    note: Text


class StepOut(Struct, frozen=True):
    """
    A step as recorded.
    """

    kind: ComplaintEventKind
    recorded_at: datetime
    actor_id: str
    note: str
    publication_id: str | None
    answer_by: date | None
    outcome: Outcome | None
    person_id: str | None
    breach_notify_by: datetime | None

    @classmethod
    def of(cls, event: ComplaintEvent) -> "StepOut":
        """
        Show a step.
        """
        return cls(**{name: getattr(event, name) for name in cls.__struct_fields__})


class ComplaintOut(Struct, frozen=True, kw_only=True):
    """
    A complaint with what was done about it.
    """

    id: str
    number: str
    filed_at: datetime
    route: Route
    wish: Wish
    language: str
    complainant: str
    contact: str
    text: str
    seen_at: str
    person_id: str | None
    publication_id: str | None
    photo_id: str | None
    acknowledge_by: date
    answer_by: date
    breach_notify_by: datetime | None
    is_breach_open: bool
    legal_hold_id: str | None
    is_closed: bool
    outcome: Outcome | None
    steps: list[StepOut]
    urgency: Urgency | None = None
    goes_to: str | None = None

    @classmethod
    def of(
        cls, story: ComplaintStory, urgency: Urgency | None = None, goes_to: str | None = None
    ) -> "ComplaintOut":
        """
        Show a complaint.
        """
        complaint, words = story.complaint, story.complaint.words
        return cls(
            id=complaint.id,
            number=complaint.number,
            filed_at=complaint.filed_at,
            route=complaint.route,
            wish=complaint.wish,
            language=complaint.language,
            complainant=words.complainant,
            contact=words.contact,
            text=words.text,
            seen_at=words.seen_at,
            person_id=story.person_id,
            publication_id=story.publication_id,
            photo_id=complaint.photo_id,
            acknowledge_by=complaint.acknowledge_by,
            answer_by=story.answer_by,
            breach_notify_by=story.breach_notify_by,
            is_breach_open=story.is_breach_open,
            legal_hold_id=complaint.legal_hold_id,
            is_closed=story.is_closed,
            outcome=story.outcome,
            steps=[StepOut.of(each) for each in story.events],
            urgency=urgency,
            goes_to=goes_to,
        )

    @classmethod
    def judged(cls, pressing: Pressing) -> "ComplaintOut":
        """
        Show a complaint with how much it presses.
        """
        return cls.of(pressing.story, pressing.urgency, pressing.goes_to.name)


class LetterOut(Struct, frozen=True):
    """
    A letter, to be read before it is sent.
    """

    language: str
    subject: str
    text: str

    @classmethod
    def of(cls, letter: Letter) -> "LetterOut":
        """
        Show a letter.
        """
        return cls(letter.language, letter.subject, letter.text)


class DemandOut(Struct, frozen=True):
    """
    The tasks that were opened so that something comes down.
    """

    takedown_ids: list[str]
