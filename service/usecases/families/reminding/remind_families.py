"""
Remind families in time, each once, and never of what is settled.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.ids import OrganisationId, PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.families import DoorKind
from service.records.mail import Gap, Letter, LetterKind
from service.records.reminders import Occasion, ReminderKey
from service.usecases.caller import Caller, the_service
from service.usecases.desk import Desk
from service.usecases.families.cards import current_forms, matters_of
from service.usecases.families.charges import circle_of
from service.usecases.families.doors import LINK_LASTS, Doorkeeper
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.families.reminding.gathering import candidates, due_about
from service.usecases.families.reminding.occasions import KINDS, Due, Obstacle
from service.usecases.families.restraint import (
    NOTICES,
    charge_of,
    holds_on,
    is_restrained,
    may_know_of_letter,
    waits,
)
from service.usecases.office_hours import is_open, next_office_hour
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen

ASKING = frozenset({LetterKind.FAMILY_INVITATION, LetterKind.FAMILY_REMINDER})
"""Letters that name whom they ask about were written to many at once."""
IN_OFFICE_HOURS = KINDS | NOTICES
"""Letters nobody asked for: also when they are tried again (domain rule 24)."""


@dataclass(frozen=True, slots=True)
class RemindFamilies:
    """
    Remind families in time.
    """

    desk: Desk
    law: Jurisdictions
    doors: Doorkeeper
    mail: FamilyMail
    rounds: dict[OrganisationId, date] = field(default_factory=dict)
    """The day on which each organisation was last looked through by this process: what is
    due tells by days, so once a day is enough.  Forgotten at a restart, which repeats a
    look and no letter."""

    def __call__(self) -> int:
        """
        Write what is due in every organisation whose office is open; count it.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        return sum(self._round(each) for each in self.desk.database.organisation_ids())

    def preview(self, caller: Caller) -> tuple[Due, ...]:
        """
        Show what would be written now, were the office open; nothing is.

        Raises:
            NotAllowed: The caller lacks `people:read` or `consents:read`.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ).narrowed(Scope.CONSENTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            found = tuple(self._all(work, self.desk.clock(), caller))
        return tuple(sorted(found, key=lambda each: (each.key.falls_on, each.person_name)))

    def opens_at(self, organisation_id: OrganisationId) -> datetime | None:
        """
        Say when the office opens next; None: it is open.
        """
        with self.desk.database.look(organisation_id) as work:
            return next_office_hour(work.organisations.current(), self.desk.clock())

    def write(self, organisation_id: OrganisationId) -> int:
        """
        Write what is due in one organisation, one by one; count it.
        """
        with self.desk.database.look(organisation_id) as work:
            now = self.desk.clock()
            if not is_open(work.organisations.current(), now):
                return 0
            due = [each.key for each in self._all(work, now) if each.is_free]
        return sum(self._write(organisation_id, each) for each in due)

    def leaves_at(self, work: UnitOfWork, letter: Letter, now: datetime) -> datetime | None:
        """
        Say when a letter may leave; None: never, what it asks is settled.
        """
        if letter.kind in ASKING and is_restrained(work, self.law, letter, now):
            return None
        if letter.kind is LetterKind.FAMILY_NOTICE and not self._has_say(work, letter, now):
            return None
        is_asking = letter.kind in ASKING and bool(letter.about)
        if letter.kind not in IN_OFFICE_HOURS and not is_asking:
            return now
        if is_asking and not self._asks(work, letter, now):
            return None
        key = work.reminders.of_letter(letter.id) if letter.kind in KINDS else None
        if key is not None:
            due = due_about(work, self.law, key.person_id, now)
            if key.matter not in {each.key.matter for each in due if each.is_free}:
                return None
        return next_office_hour(work.organisations.current(), now) or now

    def is_held(self, work: UnitOfWork, letter: Letter, now: datetime) -> bool:
        """
        Tell whether a hold keeps back a letter that nobody asked for.
        """
        if letter.kind in ASKING:
            return is_restrained(work, self.law, letter, now)
        if letter.kind in KINDS:
            about = (charge_of(work, self.law, PersonId(each), now) for each in letter.about)
            return any(each is not None and bool(holds_on(each.hearing)) for each in about)
        return waits(work, self.law, letter, now)

    def may_know_of(
        self, work: UnitOfWork, caller: Caller, recipient_id: str, now: datetime
    ) -> bool:
        """
        Tell whether the caller may know of a hold on a letter to somebody.
        """
        return may_know_of_letter(work, self.law, caller, recipient_id, now)

    def _has_say(self, work: UnitOfWork, letter: Letter, now: datetime) -> bool:
        """
        Tell whether whom a notice goes to has a say still about whom it is about.
        """
        charges = circle_of(work, self.law, SignatoryId(letter.recipient_id), now).charges
        return any(each.id in letter.about and not each.is_over for each in charges)

    def _asks(self, work: UnitOfWork, letter: Letter, now: datetime) -> bool:
        """
        Tell whether a letter to many still asks this one something.
        """
        signatory_id, forms = SignatoryId(letter.recipient_id), current_forms(work)
        return any(
            question.choice is None
            for charge in circle_of(work, self.law, signatory_id, now).charges
            if charge.id in letter.about and not charge.is_over
            for question in matters_of(charge, signatory_id, forms).questions.values()
        )

    def _round(self, organisation_id: OrganisationId) -> int:
        """
        Look through one organisation, once a day.
        """
        with self.desk.database.look(organisation_id) as work:
            house, now = work.organisations.current(), self.desk.clock()
        day = day_of(now, ZoneInfo(house.time_zone))
        if not is_open(house, now) or self.rounds.get(organisation_id) == day:
            return 0
        count = self.write(organisation_id)
        self.rounds[organisation_id] = day
        return count

    def _all(self, work: UnitOfWork, now: datetime, caller: Caller | None = None) -> Iterator[Due]:
        """
        Give what is due and was not written yet, about whom the caller sees.
        """
        for record in candidates(work, self.law, now):
            if caller is not None and not is_seen(caller, record):
                continue
            person_id = PersonId(record.id)
            written = work.reminders.of_person(person_id)
            for each in due_about(work, self.law, person_id, now, caller):
                if each.key not in written:
                    yield self._reached(each)

    def _reached(self, due: Due) -> Due:
        """
        Say also whether whom it goes to can be written to from here.
        """
        if due.is_free and not self.mail.reaches(due.to):
            return Due(
                due.key, due.kind, due.person_name, due.given_name, due.to, Obstacle.UNREACHABLE
            )
        return due

    def _write(self, organisation_id: OrganisationId, key: ReminderKey) -> bool:
        """
        Write one reminder, unless it is settled or written meanwhile.
        """
        with self.desk.database.begin(organisation_id) as work:
            now = self.desk.clock()
            work.reminders.lock(key.person_id)
            if key in work.reminders.of_person(key.person_id):
                return False
            found = due_about(work, self.law, key.person_id, now)
            due = next((each for each in found if each.key == key), None)
            if due is None or not due.is_free:
                return False
            is_written = self._written(work, due, now)
            work.commit()
        return is_written

    def _written(self, work: UnitOfWork, due: Due, now: datetime) -> bool:
        """
        Put the letter into the outbox, and remember it.
        """
        house, key = work.organisations.current(), due.key
        secret = self.doors.issue(work, DoorKind.LINK, key.signatory_id, now, LINK_LASTS)
        values: dict[str, Gap] = {
            "link": self.mail.link(house, secret),
            "person": due.given_name,
            "day": key.falls_on,
        }
        zone = ZoneInfo(house.time_zone)
        until_at = _useful_until(key, zone)
        writing = Writing(due.kind, values, (key.person_id,), until_at=until_at)
        letter_id = self.mail.send(work, due.to, writing, now)
        if letter_id is None:
            return False
        work.reminders.add(key, letter_id, now)
        payload = {
            "signatory_id": key.signatory_id,
            "occasion": key.occasion.value,
            "falls_on": key.falls_on.isoformat(),
            "step_days": key.step_days,
        }
        concerned = list(dict.fromkeys([key.person_id, PersonId(key.signatory_id)]))
        caller, kind = the_service(work.organisation_id), EntryKind.FAMILY_REMINDED
        self.desk.record.append(work, caller, kind, now, payload, concerned)
        return True


def _useful_until(key: ReminderKey, zone: ZoneInfo) -> datetime | None:
    """
    Give the instant from which a reminder says nothing true any more.
    """
    if key.step_days == 0 and key.occasion is not Occasion.EXPIRY:
        return None
    days = 1 if key.occasion is Occasion.EXPIRY else 0
    return datetime.combine(key.falls_on + timedelta(days=days), time.min, zone)
