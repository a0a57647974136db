"""
End an order of protection.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from service.decision.ids import ProtectionId
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.people import ProtectionRecord
from service.usecases.caller import Caller
from service.usecases.days import check_order, check_plausible, today
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.protections.writing import ProtectionWriter
from service.usecases.sight.people import seen_person

PUT_OFF: Final = "An end is brought forward, never put off: record the order anew."


@dataclass(frozen=True, slots=True)
class EndProtection:
    """
    End an order of protection.
    """

    desk: Desk
    write: ProtectionWriter

    def __call__(
        self, caller: Caller, protection_id: ProtectionId, until_on: date | None = None
    ) -> ProtectionRecord:
        """
        Say from which day on it no longer holds; by today when no day is given.

        What others allowed for the person under it lapses on that day, and comes down
        (rows A2, A3).  So an end that was said is never put off: no yes runs on
        without a new order.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such order for this caller.
            ImpossibleDates: It would end before it began, or later than was said.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before = _seen(work, caller, protection_id)
            order = before.protection
            ends_on = until_on or min(today(work, now), order.until_on or date.max)
            check_plausible(ends_on, "until_on")
            check_order(order.from_on, ends_on, "until_on", "It ends before it begins.")
            check_order(ends_on, order.until_on, "until_on", PUT_OFF)
            after = replace(before, protection=replace(order, until_on=ends_on))
            if after == before:
                return before
            self.write(
                work, caller, EntryKind.PROTECTION_ENDED, after, now, until_on=ends_on.isoformat()
            )
            work.commit()
        return after


def _seen(work: UnitOfWork, caller: Caller, protection_id: ProtectionId) -> ProtectionRecord:
    """
    Give an order about a person that the caller may see.
    """
    record = work.protections.find(protection_id)
    if record is not None:
        with suppress(NotFound):
            seen_person(work, caller, record.person_id)
            return record
    raise NotFound("There is no such order.")
