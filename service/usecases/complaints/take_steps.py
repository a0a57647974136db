"""
Do something about a complaint, answer it, close it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.ids import ComplaintId, PersonId, PublicationId
from service.decision.powers import Scope
from service.errors import AlreadyExists, Conflict, InvalidInput
from service.ledger.entry import EntryKind
from service.records.activity import PublicationEventKind
from service.records.complaints import ComplaintEvent, ComplaintEventKind, Outcome
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.complaints.pending import breach_of
from service.usecases.complaints.read_complaints import story_to_continue
from service.usecases.complaints.standing import BREACH_HOURS, ComplaintStory, Deadlines
from service.usecases.complaints.subjects import check_there, was_refused
from service.usecases.desk import Desk
from service.usecases.notices import TellStaff
from service.usecases.plain import digest_of, plain_fields
from service.usecases.ports.work import UnitOfWork

_NEEDS_A_NOTE = frozenset(
    {
        ComplaintEventKind.NOTED,
        ComplaintEventKind.EXTENDED,
        ComplaintEventKind.ANSWERED,
        ComplaintEventKind.BREACH_DISMISSED,
    }
)


@dataclass(frozen=True, slots=True)
class StepDetails:
    """
    What was done.
    """

    kind: ComplaintEventKind
    note: str = ""
    publication_id: PublicationId | None = None
    answer_by: date | None = None
    person_id: PersonId | None = None


@dataclass(frozen=True, slots=True)
class RecordStep:
    """
    Record what was done about a complaint.
    """

    desk: Desk
    deadlines: Deadlines
    tell: TellStaff

    def __call__(
        self, caller: Caller, complaint_id: ComplaintId, details: StepDetails
    ) -> ComplaintStory:
        """
        Append a step; a closed complaint takes none.

        Where somebody says so, or it turns out that somebody in what it is about had
        said no, it may be a breach: then 72 hours run from when it was filed, which is
        when we were told.

        Raises:
            NotAllowed: The caller has no `complaints:write` scope.
            NotFound: There is no such complaint for this caller.
            Conflict: It is closed.
            AlreadyExists: The 72 hours of a possible breach began already.
            InvalidInput: A note is missing; the publication is not down or corrected;
                the deadline is moved too far; what it is about is not there.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_WRITE)
        if details.kind is ComplaintEventKind.CLOSED:
            raise InvalidInput("Close it with its outcome.", field="kind")
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            story = story_to_continue(work, caller, complaint_id)
            _check_open(story)
            if details.kind in _NEEDS_A_NOTE and not details.note.strip():
                raise InvalidInput("Say what or why.", field="note")
            _check_publication(work, caller, story, details)
            _check_connection(work, caller, details)
            self._check_extension(work, story, details, now)
            event = ComplaintEvent(
                story.complaint.id,
                details.kind,
                now,
                caller.actor.id,
                text.paragraphs(details.note, "note"),
                details.publication_id,
                details.answer_by,
                person_id=details.person_id,
                breach_notify_by=_breach(work, story, details),
            )
            if event.breach_notify_by is not None:
                self._tell(work, caller, ComplaintStory(story.complaint, (*story.events, event)))
            return _recorded(self.desk, work, caller, story, event)

    def _tell(self, work: UnitOfWork, caller: Caller, story: ComplaintStory) -> None:
        """
        Tell whoever deals with complaints that 72 hours run, but for whoever found it.
        """
        breach = breach_of(work, story)
        if breach is not None:
            self.tell.opened(work, [breach], self.desk.clock(), but=caller.actor.id)

    def _check_extension(
        self, work: UnitOfWork, story: ComplaintStory, details: StepDetails, now: datetime
    ) -> None:
        """
        Refuse a deadline that is none, earlier, or later than the law allows.
        """
        is_extended = details.kind is ComplaintEventKind.EXTENDED
        if is_extended != (details.answer_by is not None):
            raise InvalidInput("An extension, and nothing else, has a day.", field="answer_by")
        if details.answer_by is None:
            return
        zone = ZoneInfo(work.organisations.current().time_zone)
        latest = story.complaint.answer_by + timedelta(days=self.deadlines.extension_days)
        if not story.answer_by < details.answer_by <= latest or details.answer_by <= day_of(
            now, zone
        ):
            message = f"The day is later than {story.answer_by} and not later than {latest}."
            raise InvalidInput(message, field="answer_by")


@dataclass(frozen=True, slots=True)
class CloseComplaint:
    """
    Close a complaint.
    """

    desk: Desk

    def __call__(
        self, caller: Caller, complaint_id: ComplaintId, outcome: Outcome, note: str
    ) -> ComplaintStory:
        """
        Close it for good; a possible breach must be decided before.

        Raises:
            NotAllowed: The caller has no `complaints:write` scope.
            NotFound: There is no such complaint for this caller.
            Conflict: It is closed, or nobody has decided about the breach.
            InvalidInput: There is no reason.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_WRITE)
        why = text.paragraphs(note, "note", required=True)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            story = story_to_continue(work, caller, complaint_id)
            _check_open(story)
            if story.is_breach_open:
                message = "Say first whether the authority was told of the breach, or why not."
                raise Conflict(message)
            event = ComplaintEvent(
                story.complaint.id,
                ComplaintEventKind.CLOSED,
                now,
                caller.actor.id,
                why,
                outcome=outcome,
            )
            return _recorded(self.desk, work, caller, story, event)


def _check_open(story: ComplaintStory) -> None:
    if story.is_closed:
        raise Conflict("This complaint is closed; file another one.")


def _check_publication(
    work: UnitOfWork, caller: Caller, story: ComplaintStory, details: StepDetails
) -> None:
    """
    Let a step name a publication that is there, and believe its end once recorded.

    Whoever sees a complaint may name what it is about; anything else must be in sight.

    Raises:
        InvalidInput: It is not there for this caller, or is not down or corrected.
    """
    named = details.publication_id
    if named is not None and named != story.publication_id:
        check_there(work, caller, None, named)
    wanted = {
        ComplaintEventKind.TAKEN_DOWN: PublicationEventKind.TAKEN_DOWN,
        ComplaintEventKind.CORRECTED: PublicationEventKind.CORRECTED,
    }.get(details.kind)
    if wanted is None:
        return
    if named is None:
        raise InvalidInput("Name the publication.", field="publication_id")
    events = work.publications.events_of(named)
    if wanted not in {each.kind for each in events}:
        raise InvalidInput("Record that of the publication first.", field="publication_id")


def _check_connection(work: UnitOfWork, caller: Caller, details: StepDetails) -> None:
    """
    Refuse to connect with nothing, or with what is not there.
    """
    is_connected = details.kind is ComplaintEventKind.CONNECTED
    if not is_connected and details.person_id is not None:
        raise InvalidInput("Only what it is about names a person.", field="person_id")
    if is_connected:
        if details.person_id is None and details.publication_id is None:
            raise InvalidInput("Name the person or the publication.", field="publication_id")
        check_there(work, caller, details.person_id, details.publication_id)


def _breach(work: UnitOfWork, story: ComplaintStory, details: StepDetails) -> datetime | None:
    """
    Start the 72 hours, once: it is said, or shown by what it turns out to be about.

    Raises:
        AlreadyExists: It is said where they began already, be it decided.
    """
    is_said = details.kind is ComplaintEventKind.BREACH_SUSPECTED
    has_begun = story.breach_notify_by is not None
    if is_said and has_begun:
        raise AlreadyExists("The 72 hours of a possible breach began already.")
    if has_begun or not (is_said or _shows_a_breach(work, story, details)):
        return None
    return story.complaint.filed_at + BREACH_HOURS


def _shows_a_breach(work: UnitOfWork, story: ComplaintStory, details: StepDetails) -> bool:
    """
    Tell whether it is connected with what somebody had said no to.
    """
    if details.kind is not ComplaintEventKind.CONNECTED:
        return False
    person_id = details.person_id or story.person_id
    return was_refused(work, person_id, details.publication_id or story.publication_id)


def _recorded(
    desk: Desk, work: UnitOfWork, caller: Caller, story: ComplaintStory, event: ComplaintEvent
) -> ComplaintStory:
    """
    Write a step with its ledger line, which keeps of the note the digest only.
    """
    work.complaints.add_event(event)
    is_closed = event.kind is ComplaintEventKind.CLOSED
    kind = EntryKind.COMPLAINT_CLOSED if is_closed else EntryKind.COMPLAINT_NOTED
    said = plain_fields(event, without="note")
    after = ComplaintStory(story.complaint, (*story.events, event))
    about = [after.person_id] if after.person_id else []
    payload = {"event": {**said, "note_digest": digest_of(event.note)}}
    desk.record.append(work, caller, kind, event.recorded_at, payload, about)
    work.commit()
    return after
