"""
Tell in letters that something changed, to the others who have a say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.ids import PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.records.families import Reachable
from service.records.mail import Gap, LetterKind, Outcome
from service.records.paging import Page
from service.records.people import PersonRecord
from service.usecases.days import today
from service.usecases.families.charges import speaks
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.families.restraint import charge_of
from service.usecases.families.voices import has_voice
from service.usecases.office_hours import next_office_hour
from service.usecases.ports.work import UnitOfWork

_BACK = (Outcome.BOUNCED, Outcome.REFUSED)
_LOOKED_BACK = 50
"""Letters to somebody, the newest: among them is one that left."""


@dataclass(frozen=True, slots=True)
class FamilyNotices:
    """
    Tell the others who have a say that an answer changed.
    """

    mail: FamilyMail
    law: Jurisdictions

    def changed(
        self, work: UnitOfWork, person_id: PersonId, by: SignatoryId | None, now: datetime
    ) -> None:
        """
        Tell that one changed: not which, nor whose.

        So nobody changes an answer in another's name unseen (threat T7), be it entered
        by the staff.  The person too is told where the law gives them a voice.  In
        office hours: nobody is woken by it.  A notice that has not left yet says it
        already.

        Args:
            by: Whose answer it is, who is not told of it; None: nobody's, it was ended by
                the organisation.
        """
        person = work.people.find(person_id)
        if person is None:
            return
        house = work.organisations.current()
        zone = ZoneInfo(house.time_zone)
        values: dict[str, Gap] = {
            "person": person.given_name,
            "moment": day_of(now, zone),
        }
        for each, kind in self._others(work, person, by, now):
            if work.outbox.awaits(kind, each.signatory_id, person_id):
                continue
            not_before_at = next_office_hour(house, now)
            writing = Writing(kind, values, (person_id,), not_before_at=not_before_at)
            self.mail.send(work, each, writing, now)

    def moved(self, work: UnitOfWork, before: Reachable | None, now: datetime) -> None:
        """
        Tell the old address of somebody that another one is used from now on.

        Whoever could change it could else answer in their place unseen (threat T7), be
        it by taking the old one away first.  An address that the last letter came back
        from is not written to.  Who came in by the old one, or has a code from there,
        is out: it may be somebody else's.

        Args:
            before: How they were reached until now, in this transaction.
        """
        after = work.family_doors.reach(before.signatory_id) if before else None
        if before is None or after is None:
            return
        if not _is_kept(before, after):
            work.family_doors.shut(before.signatory_id)
        before = _last_reached(work, before)
        if _same(before, after):
            return
        house = work.organisations.current()
        if _came_back(work, before.signatory_id):
            return
        values: dict[str, Gap] = {
            "moment": day_of(now, ZoneInfo(house.time_zone)),
            "contact": house.contact.email or house.contact.phone or house.contact.name,
        }
        not_before_at = next_office_hour(house, now)
        writing = Writing(LetterKind.FAMILY_CONTACT, values, not_before_at=not_before_at)
        self.mail.send(work, before, writing, now)

    def _others(
        self, work: UnitOfWork, person: PersonRecord, by: SignatoryId | None, now: datetime
    ) -> Iterator[tuple[Reachable, LetterKind]]:
        """
        Give everybody else who has a say about a person today, and how they are told.
        """
        own, charge = SignatoryId(person.id), charge_of(work, self.law, person.id, now)
        held = charge.dossier.authorities if charge else ()
        live = [each for each in held if charge and speaks(each, charge.hearing)]
        kinds = {each.signatory_id: LetterKind.FAMILY_NOTICE for each in live}
        if has_voice(person, self.law, today(work, now)):
            kinds[own] = LetterKind.FAMILY_OWN_NOTICE
        for signatory_id, kind in kinds.items():
            reached = work.family_doors.reach(signatory_id) if signatory_id != by else None
            if reached is not None:
                yield reached, kind


def _same(before: Reachable, after: Reachable) -> bool:
    """
    Tell whether no contact took the place of another.
    """
    return _is_kept(before, after) or not after.has_contact


def _is_kept(before: Reachable, after: Reachable) -> bool:
    """
    Tell whether every contact that was known is known still.
    """
    return before.email in {"", after.email} and before.phone in {"", after.phone}


def _last_reached(work: UnitOfWork, now_known: Reachable) -> Reachable:
    """
    Give somebody without any contact as they were last reached.

    Taken away first and given anew later is replaced all the same.
    """
    if now_known.has_contact:
        return now_known
    signatories = [each.record for each in work.signatories.history(now_known.signatory_id)]
    known = [(each.email, each.phone) for each in signatories]
    known += [(each.record.email, "") for each in work.people.history(now_known.signatory_id)]
    email, phone = next((each for each in reversed(known[:-1]) if any(each)), ("", ""))
    return replace(now_known, email=email, phone=phone)


def _came_back(work: UnitOfWork, signatory_id: SignatoryId) -> bool:
    """
    Tell whether the last letter to where somebody is reached came back.

    Not whether one ever did: it went to an address they no longer have, as does what
    tells an old address that there is another.
    """
    asked = Page(limit=_LOOKED_BACK, filters={"recipient_id": signatory_id}, newest_first=True)
    tried = [
        (each.last_tried_at, each.outcome in _BACK)
        for each in work.outbox.list_page(asked).items
        if each.last_tried_at is not None
        and each.outcome in {*_BACK, Outcome.SENT}
        and each.kind is not LetterKind.FAMILY_CONTACT
    ]
    return max(tried, default=(None, False))[1]
