"""
Take in a complaint.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.holds import Hold
from service.decision.ids import ComplaintId, PersonId, PhotoId, PublicationId
from service.decision.powers import Scope
from service.decision.terms import HoldKind
from service.errors import InvalidInput
from service.ledger.canonical import Plain
from service.ledger.entry import EntryKind
from service.records.complaints import Complaint, ComplaintWords, Route, Wish
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.complaints.pending import pressing_of
from service.usecases.complaints.standing import BREACH_HOURS, ComplaintStory, Deadlines
from service.usecases.complaints.subjects import check_there, was_refused
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import HoldDetails
from service.usecases.holds.place_hold import PlaceHold
from service.usecases.notices import TellStaff
from service.usecases.plain import digest_of, plain_fields
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class ComplaintDetails:
    """
    What is told about a complaint.
    """

    route: Route
    wish: Wish
    words: ComplaintWords
    language: str = ""
    """None: the first language of the organisation."""
    person_id: PersonId | None = None
    publication_id: PublicationId | None = None
    photo_id: PhotoId | None = None
    may_be_breach: bool = False
    legal_hold: bool = False
    """Keep what is recorded about the person or photo until a hold is lifted."""


@dataclass(frozen=True, slots=True)
class FileComplaint:
    """
    Take in a complaint.
    """

    desk: Desk
    deadlines: Deadlines
    place_hold: PlaceHold
    tell: TellStaff

    def __call__(self, caller: Caller, details: ComplaintDetails) -> ComplaintStory:
        """
        Give it a number and deadlines, from this instant on.

        It may be a breach where somebody says so, and where the person or somebody
        who answers for them had said no: then 72 hours run (GDPR article 33).

        Raises:
            NotAllowed: The caller has no `complaints:write` scope, or for a legal
                hold no `holds:write`.
            InvalidInput: It says nothing, or is about something that is not there.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_WRITE)
        if details.legal_hold:
            caller.needs(Scope.HOLDS_WRITE)
        details = replace(details, words=tidied(details.words))
        with self.desk.database.begin(caller.organisation_id) as work:
            # A hold changes what the rules read; a complaint alone keeps nobody waiting.
            now = self.desk.now_alone(work) if details.legal_hold else self.desk.clock()
            if made_before := recall(work, caller):
                complaint_id = ComplaintId(made_before)
                events = tuple(work.complaints.events_of(complaint_id))
                return ComplaintStory(work.complaints.get(complaint_id), events)
            check_there(work, caller, details.person_id, details.publication_id, details.photo_id)
            number = work.complaints.next_number()
            hold = self._held(work, caller, details, now)
            complaint = self._drafted(work, details, number, now, hold)
            work.complaints.add(complaint, number)
            about = [complaint.person_id] if complaint.person_id else []
            payload = {"complaint": without_words(complaint)}
            kind = EntryKind.COMPLAINT_FILED
            self.desk.record.append(work, caller, kind, now, payload, about)
            self._tell(work, caller, complaint, now)
            keep(work, caller, complaint.id, now)
            work.commit()
        if hold is not None:
            self.place_hold.follow_copies(caller, hold)
        return ComplaintStory(complaint)

    def _tell(self, work: UnitOfWork, caller: Caller, complaint: Complaint, now: datetime) -> None:
        """
        Tell whoever deals with complaints, but for whoever took it in.
        """
        newest = pressing_of(work, ComplaintStory(complaint))
        if newest is not None:
            self.tell.opened(work, [newest], now, but=caller.actor.id)

    def _drafted(
        self,
        work: UnitOfWork,
        details: ComplaintDetails,
        number: int,
        now: datetime,
        hold: Hold | None,
    ) -> Complaint:
        """
        Put the complaint together.
        """
        house = work.organisations.current()
        today = day_of(now, ZoneInfo(house.time_zone))
        is_candidate = details.may_be_breach or was_refused(
            work, details.person_id, details.publication_id
        )
        return Complaint(
            id=ComplaintId(self.desk.new_id()),
            number=f"{today.year}-{number:04}",
            filed_at=now,
            route=details.route,
            wish=details.wish,
            language=text.language(details.language, "language") or house.languages[0],
            words_digest=digest_of(details.words),
            acknowledge_by=today + timedelta(days=self.deadlines.acknowledge_days),
            answer_by=today + timedelta(days=self.deadlines.answer_days),
            person_id=details.person_id,
            publication_id=details.publication_id,
            photo_id=details.photo_id,
            breach_notify_by=now + BREACH_HOURS if is_candidate else None,
            legal_hold_id=hold.id if hold else None,
            words=details.words,
        )

    def _held(
        self, work: UnitOfWork, caller: Caller, details: ComplaintDetails, now: datetime
    ) -> Hold | None:
        """
        Place a legal hold, if one is wanted: nothing is erased while it lasts.

        Nothing is published meanwhile either, so what is live must come down.
        """
        if not details.legal_hold:
            return None
        if details.person_id is None and details.photo_id is None:
            raise InvalidInput("A legal hold is on a person or a photo.", field="legal_hold")
        place = HoldDetails(
            HoldKind.LEGAL,
            person_id=details.person_id,
            photo_id=None if details.person_id else details.photo_id,
        )
        return self.place_hold.within(work, caller, place, now)


def tidied(words: ComplaintWords) -> ComplaintWords:
    """
    Accept what was said.

    Raises:
        InvalidInput: Nothing was said, or it is no text.
    """
    return ComplaintWords(
        complainant=text.line(words.complainant, "complainant", required=False),
        contact=text.line(words.contact, "contact", required=False),
        text=text.paragraphs(words.text, "text", required=True),
        seen_at=text.line(words.seen_at, "seen_at", longest=2_000, required=False),
    )


def without_words(complaint: Complaint) -> dict[str, Plain]:
    """
    Give what the log is told: of the words the digest only.
    """
    return plain_fields(complaint, without="words")
