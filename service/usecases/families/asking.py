"""
Find everybody who may answer for a circle of people, and ask them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from service.decision.ids import PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.people import in_force
from service.ledger.entry import EntryKind
from service.records.campaigns import Asked
from service.records.families import DoorKind, Reachable
from service.records.forms import FormVersionRecord
from service.records.mail import LetterKind, LetterStory
from service.records.paging import Page
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.days import today
from service.usecases.desk import Desk
from service.usecases.families.cards import PersonMatters, Question, current_forms, matters_of
from service.usecases.families.charges import Charge, circle_of
from service.usecases.families.doors import LINK_LASTS, Doorkeeper
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.families.restraint import holds_on, may_know
from service.usecases.families.voices import is_here
from service.usecases.office_hours import next_office_hour
from service.usecases.people.search_people import PeopleSought, in_sight
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen

AGAIN_AFTER = timedelta(days=5)
"""Nobody is reminded more often; silence is an answer of its own: nothing is published."""
_ASKING = (LetterKind.FAMILY_INVITATION, LetterKind.FAMILY_REMINDER)


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
    """They cannot be written to now: mostly, no address is known that we can use."""
    HELD = "held"
    """A hold lies on whoever is left to ask about: a human decides.  Said to those alone
    who may know of it; to others they are as who cannot be reached."""


@dataclass(frozen=True, slots=True)
class AskedOne:
    """
    One signatory of a circle.
    """

    signatory_id: SignatoryId
    name: str
    progress: Progress
    asked_at: datetime | None
    about: tuple[str, ...] = ()
    """The names of those they are asked about, as far as the caller sees them."""
    left_out: tuple[str, ...] = ()
    """The names of those among them whom a hold protects, and whom no letter is about; as
    far as the caller may know of it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    One signatory with what is open for them.
    """

    reached: Reachable
    open_for: tuple[PersonMatters, ...]
    """Those for whom a question is not answered yet, and whom they may be asked about."""
    letter: LetterStory | None
    """The last that asked them."""
    about: tuple[str, ...]
    """The names of everybody in the circle for whom they answer."""
    held: tuple[Charge, ...] = ()
    """Those about whom something is open, and nobody may be asked."""
    left_out: tuple[str, ...] = ()
    """The names of these, as far as the caller may know of the hold."""

    def is_due(self, now: datetime) -> bool:
        """
        Tell whether they may be asked again.
        """
        was_asked = self.letter is not None and self.letter.written_at > now - AGAIN_AFTER
        return bool(self.open_for) and not was_asked

    def told(self, mail: FamilyMail, since: datetime | None = None) -> AskedOne:
        """
        Say how far they are, by letters written since an instant.
        """
        letter = self.letter
        if letter is not None and since is not None and letter.written_at <= since - AGAIN_AFTER:
            letter = None
        progress = Progress.WAITING
        if not self.open_for and not self.held:
            progress = Progress.ANSWERED
        elif not self.open_for and len(self.left_out) == len(self.held):
            progress = Progress.HELD
        elif not mail.reaches(self.reached):
            progress = Progress.UNREACHABLE
        elif letter is None:
            # Without a letter, whom it is not said of is as who cannot be written to.
            progress = Progress.NOT_ASKED if self.open_for else Progress.UNREACHABLE
        elif letter.has_failed:
            progress = Progress.BOUNCED
        asked_at = letter.written_at if letter else None
        to = self.reached
        return AskedOne(to.signatory_id, to.name, progress, asked_at, self.about, self.left_out)


@dataclass(frozen=True, slots=True)
class Asking:
    """
    Find everybody who may answer for a circle of people, and ask them.
    """

    desk: Desk
    law: Jurisdictions
    doors: Doorkeeper
    mail: FamilyMail

    def candidates(
        self, work: UnitOfWork, caller: Caller, asked: Asked, now: datetime
    ) -> Iterator[Candidate]:
        """
        Give everybody who is asked something about people in sight.
        """
        sought = PeopleSought(unit_id=asked.unit_id, category=asked.category)
        day, forms = today(work, now), current_forms(work)
        signatories: dict[SignatoryId, set[PersonId]] = {}
        for each in in_sight(work, caller, sought):
            if is_here(each, day):
                for signatory_id in _speakers(work, each, day):
                    signatories.setdefault(signatory_id, set()).add(PersonId(each.id))
        for signatory_id, about in signatories.items():
            found = self._candidate(work, caller, signatory_id, about, asked, forms, now)
            if found is not None:
                yield found

    def one(
        self,
        work: UnitOfWork,
        caller: Caller,
        signatory_id: SignatoryId,
        asked: Asked,
        now: datetime,
    ) -> Candidate | None:
        """
        Give one of them as of this moment; nobody else asks them meanwhile.
        """
        work.family_doors.lock(signatory_id)
        charges = circle_of(work, self.law, signatory_id, now).charges
        about = {each.id for each in charges if _belongs(each.person, caller, asked)}
        return self._candidate(work, caller, signatory_id, about, asked, current_forms(work), now)

    def ask(self, work: UnitOfWork, caller: Caller, each: Candidate, now: datetime) -> None:
        """
        Write one invitation, or a reminder to who was asked before.
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

    def _candidate(
        self,
        work: UnitOfWork,
        caller: Caller,
        signatory_id: SignatoryId,
        about: set[PersonId],
        asked: Asked,
        forms: list[FormVersionRecord],
        now: datetime,
    ) -> Candidate | None:
        """
        Give one signatory; None: nothing of it is asked of them.
        """
        reached = work.family_doors.reach(signatory_id)
        if reached is None or (PersonId(signatory_id) in about and not reached.has_contact):
            return None
        open_for, names, held = [], [], []
        for charge in circle_of(work, self.law, signatory_id, now).charges:
            if charge.id not in about or charge.is_over:
                continue
            matters = matters_of(charge, signatory_id, forms)
            questions = list(_questions(matters, asked))
            if questions:
                names.append(charge.name)
            if not any(each.choice is None for each in questions):
                continue
            if holds_on(charge.hearing):
                held.append(charge)
            else:
                open_for.append(matters)
        if not names:
            return None
        left_out = tuple(each.name for each in held if may_know(work, caller, each))
        letter = last_letter(work, signatory_id)
        return Candidate(reached, tuple(open_for), letter, tuple(names), tuple(held), left_out)


def last_letter(work: UnitOfWork, signatory_id: SignatoryId) -> LetterStory | None:
    """
    Give the last letter that asked somebody.
    """
    found = [
        story
        for kind in _ASKING
        for story in work.outbox.list_page(
            Page(
                limit=1,
                filters={"recipient_id": signatory_id, "kind": kind.value},
                newest_first=True,
            )
        ).items
    ]
    return max(found, key=lambda each: each.written_at, default=None)


def _questions(matters: PersonMatters, asked: Asked) -> Iterator[Question]:
    """
    Give the questions that belong to what is asked.
    """
    for (channel_id, _), each in matters.questions.items():
        of_form = each.form.version.template_id if each.form else None
        is_form = asked.template_id is None or of_form == asked.template_id
        if is_form and (not asked.channel_ids or channel_id in asked.channel_ids):
            yield each


def _speakers(work: UnitOfWork, person: PersonRecord, day: date) -> Iterator[SignatoryId]:
    """
    Give who may answer for a person today, the person too.
    """
    for each in work.authorities.list_of(PersonId(person.id)):
        if in_force(each.authority.from_on, each.authority.until_on, day):
            yield each.authority.signatory_id
    yield SignatoryId(person.id)


def _belongs(person: PersonRecord, caller: Caller, asked: Asked) -> bool:
    """
    Tell whether a person is in the circle that is asked about.
    """
    units = {each.unit_id for each in person.memberships}
    is_unit = asked.unit_id is None or asked.unit_id in units
    is_category = asked.category in {None, person.category}
    return is_unit and is_category and is_seen(caller, person)
