"""
Ask everybody who may answer for a unit, and follow who did.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from service.decision.ids import PersonId, SignatoryId, UnitId
from service.decision.jurisdiction import Jurisdictions
from service.decision.people import in_force
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.families import DoorKind, Reachable
from service.records.forms import FormVersionRecord
from service.records.mail import LetterKind, LetterStory
from service.records.paging import MAX_PAGE, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.families.cards import PersonMatters, current_forms, matters_of
from service.usecases.families.charges import circle_of
from service.usecases.families.doors import LINK_LASTS, Doorkeeper
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.families.office import next_office_hour
from service.usecases.people.sight import is_unit_seen
from service.usecases.ports.work import UnitOfWork

AGAIN_AFTER = timedelta(days=5)
"""Nobody is reminded more often; silence is an answer of its own: nothing is published."""
_ASKING = frozenset({LetterKind.FAMILY_INVITATION, LetterKind.FAMILY_REMINDER})


class Progress(StrEnum):
    """
    How far somebody is who is asked; never what they answered.
    """

    ANSWERED = "answered"
    WAITING = "waiting"
    """Asked, and something is still open."""
    BOUNCED = "bounced"
    """What was sent did not arrive: somebody should look at the address."""
    NOT_ASKED = "not_asked"
    UNREACHABLE = "unreachable"
    """No address is known that we can use: print the link."""


@dataclass(frozen=True, slots=True)
class AskedOne:
    """
    One signatory of a unit.
    """

    signatory_id: SignatoryId
    name: str
    progress: Progress
    asked_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    reached: Reachable
    open_for: tuple[PersonMatters, ...]
    """Those for whom a question is not answered yet."""
    letter: LetterStory | None


@dataclass(frozen=True, slots=True)
class AskUnit:
    """
    Ask everybody who may answer for a unit.
    """

    desk: Desk
    law: Jurisdictions
    doors: Doorkeeper
    mail: FamilyMail

    def __call__(self, caller: Caller, unit_id: UnitId) -> tuple[AskedOne, ...]:
        """
        Send a link to whoever has not answered all; remind those asked long enough ago.

        In office hours, and nobody twice within five days.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is no such unit for this caller.
        """
        caller.needs(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            for each in self._candidates(work, caller, unit_id, now):
                asked_at = each.letter.written_at if each.letter else None
                is_due = asked_at is None or asked_at <= now - AGAIN_AFTER
                if each.open_for and is_due and self.mail.reaches(each.reached):
                    self._ask(work, caller, each, now)
            found = tuple(map(self._told, self._candidates(work, caller, unit_id, now)))
            work.commit()
        return found

    def follow(self, caller: Caller, unit_id: UnitId) -> tuple[AskedOne, ...]:
        """
        Say how far everybody is, without what they said.

        Raises:
            NotAllowed: The caller has no `consents:read` scope.
            NotFound: There is no such unit for this caller.
        """
        caller.needs(Scope.CONSENTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            now = self.desk.clock()
            return tuple(map(self._told, self._candidates(work, caller, unit_id, now)))

    def _ask(self, work: UnitOfWork, caller: Caller, each: _Candidate, now: datetime) -> None:
        """
        Write one invitation or reminder.
        """
        signatory_id, house = each.reached.signatory_id, work.organisations.current()
        secret = self.doors.issue(work, DoorKind.LINK, signatory_id, now, LINK_LASTS)
        is_first = each.letter is None
        writing = Writing(
            LetterKind.FAMILY_INVITATION if is_first else LetterKind.FAMILY_REMINDER,
            {"link": self.mail.link(house, secret), "person": each.open_for[0].given_name},
            tuple(one.person_id for one in each.open_for),
            not_before_at=next_office_hour(house, now),
        )
        self.mail.send(work, each.reached, writing, now)
        payload = {"signatory_id": signatory_id, "on_paper": False}
        concerned = [PersonId(signatory_id)]
        self.desk.record.append(work, caller, EntryKind.FAMILY_INVITED, now, payload, concerned)

    def _told(self, each: _Candidate) -> AskedOne:
        """
        Say how far one signatory is.
        """
        progress = Progress.WAITING
        if not each.open_for:
            progress = Progress.ANSWERED
        elif not self.mail.reaches(each.reached):
            progress = Progress.UNREACHABLE
        elif each.letter is None:
            progress = Progress.NOT_ASKED
        elif each.letter.has_failed:
            progress = Progress.BOUNCED
        asked_at = each.letter.written_at if each.letter else None
        return AskedOne(each.reached.signatory_id, each.reached.name, progress, asked_at)

    def _candidates(
        self, work: UnitOfWork, caller: Caller, unit_id: UnitId, now: datetime
    ) -> Iterator[_Candidate]:
        """
        Give everybody who may answer for somebody of the unit today.
        """
        if work.organisations.units.find(unit_id) is None or not is_unit_seen(caller, unit_id):
            raise NotFound("There is no such unit.")
        zone = ZoneInfo(work.organisations.current().time_zone)
        day, forms = now.astimezone(zone).date(), current_forms(work)
        signatories: dict[SignatoryId, set[PersonId]] = {}
        for person_id in _members(work, unit_id):
            held = [each.authority for each in work.authorities.list_of(person_id)]
            live = [each for each in held if in_force(each.from_on, each.until_on, day)]
            for signatory_id in [*(each.signatory_id for each in live), SignatoryId(person_id)]:
                signatories.setdefault(signatory_id, set()).add(person_id)
        for signatory_id, people in signatories.items():
            reached = work.family_doors.reach(signatory_id)
            if reached is None or (PersonId(signatory_id) in people and not reached.has_contact):
                continue
            open_for = tuple(self._open(work, signatory_id, people, forms, now))
            yield _Candidate(reached, open_for, _last_letter(work, signatory_id))

    def _open(
        self,
        work: UnitOfWork,
        signatory_id: SignatoryId,
        people: set[PersonId],
        forms: list[FormVersionRecord],
        now: datetime,
    ) -> Iterator[PersonMatters]:
        """
        Give those of the unit for whom this signatory has a question left.
        """
        for charge in circle_of(work, self.law, signatory_id, now).charges:
            if charge.id in people and not charge.is_over:
                matters = matters_of(charge, signatory_id, forms)
                if any(each.choice is None for each in matters.questions.values()):
                    yield matters


def _last_letter(work: UnitOfWork, signatory_id: SignatoryId) -> LetterStory | None:
    """
    Give the last letter that asked somebody.
    """
    page = Page(limit=MAX_PAGE, filters={"recipient_id": signatory_id})
    asked = [each for each in work.outbox.list_page(page).items if each.kind in _ASKING]
    return asked[-1] if asked else None


def _members(work: UnitOfWork, unit_id: UnitId) -> Iterator[PersonId]:
    """
    Give everybody of a unit, page after page.
    """
    page: Page | None = Page(limit=MAX_PAGE, filters={"unit_id": unit_id})
    while page is not None:
        listing = work.people.list_page(page)
        yield from (PersonId(each.id) for each in listing.items)
        after = listing.next_after
        page = Page(limit=MAX_PAGE, after=after, filters=page.filters) if after else None
