"""
Record an order that protects an adult.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from service.decision.ids import PersonId, ProtectionId
from service.decision.people import Protection
from service.decision.powers import Scope
from service.decision.terms import ProtectionKind
from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.people import PersonRecord, ProtectionRecord
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.days import begins_on, check_order, check_plausible, today
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.protections.writing import ProtectionWriter
from service.usecases.recording import keep, recall
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class ProtectionDetails:
    """
    What is told about an order.
    """

    kind: ProtectionKind
    covers_image: bool
    from_on: date | None = None
    until_on: date | None = None
    review_on: date | None = None
    intimacy_authorised: bool = False
    proof: str = ""


@dataclass(frozen=True, slots=True)
class RecordProtection:
    """
    Record an order that protects an adult (rows A2 to A4).
    """

    desk: Desk
    write: ProtectionWriter

    def __call__(
        self, caller: Caller, person_id: PersonId, details: ProtectionDetails
    ) -> ProtectionRecord:
        """
        Record an order; who assists or represents is recorded as an authority.

        What is live of the person and needs somebody else's yes by now comes down.
        Told again without a first day after one of its kind was over, it begins today.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such person for this caller.
            ImpossibleDates: The dates contradict each other or the person's life.
            Conflict: What the idempotency key recorded has ended since.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            person = seen_person(work, caller, person_id)
            if made_before := recall(work, caller):
                return _not_ended(work.protections.get(made_before), details)
            record = self._record(person, _dated(work, person, details, now))
            self.write(work, caller, EntryKind.PROTECTION_RECORDED, record, now)
            keep(work, caller, record.id, now)
            work.commit()
        return record

    def _record(self, person: PersonRecord, details: ProtectionDetails) -> ProtectionRecord:
        """
        Accept what was told.
        """
        for field in ("from_on", "until_on", "review_on"):
            check_plausible(getattr(details, field), field)
        ends_first = "It ends before it begins."
        check_order(details.from_on, details.until_on, "until_on", ends_first)
        reviewed_first = "It is reviewed before it begins."
        check_order(details.from_on, details.review_on, "review_on", reviewed_first)
        check_order(person.born_on, details.from_on, "from_on", "It begins before the birth.")
        check_order(details.from_on, person.died_on, "from_on", "It begins after the death.")
        protection = Protection(
            id=ProtectionId(self.desk.new_id()),
            kind=details.kind,
            covers_image=details.covers_image,
            from_on=details.from_on,
            until_on=details.until_on,
            review_on=details.review_on,
            intimacy_authorised=details.intimacy_authorised,
        )
        proof = text.paragraphs(details.proof, "proof", longest=2000)
        return ProtectionRecord(person_id=PersonId(person.id), protection=protection, proof=proof)


def _dated(
    work: UnitOfWork, person: PersonRecord, details: ProtectionDetails, now: datetime
) -> ProtectionDetails:
    """
    See to the first day.
    """
    ends = [
        each.protection.until_on
        for each in work.protections.list_of(PersonId(person.id))
        if each.protection.kind is details.kind
    ]
    day = today(work, now)
    return replace(details, from_on=begins_on(details.from_on, details.until_on, ends, day))


def _not_ended(made_before: ProtectionRecord, details: ProtectionDetails) -> ProtectionRecord:
    """
    Give what an idempotency key recorded, as long as it stands as it was told.

    Raises:
        Conflict: It has ended since: nobody is to believe that it protects.
    """
    if made_before.protection.until_on != details.until_on:
        raise Conflict("This order has ended since: record it again under another key.")
    return made_before
