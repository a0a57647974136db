"""
Lift a hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.holds import Hold
from service.decision.ids import HoldId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import is_on_the_house, seen_hold
from service.usecases.people.sight import needs_everybody
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class LiftHold:
    """
    Lift a hold.
    """

    desk: Desk

    def __call__(self, caller: Caller, hold_id: HoldId) -> Hold:
        """
        Lift a hold at this instant; that it was there stays on record.

        Raises:
            NotAllowed: The caller has no `holds:write` scope, or has it in some units
                only and the hold is on the whole organisation.
            NotFound: There is no such hold for this caller.
        """
        caller = caller.narrowed(Scope.HOLDS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before = seen_hold(work, caller, hold_id)
            if is_on_the_house(before):
                needs_everybody(caller)
            if not before.is_live(now):
                return before
            after = lift(self.desk, work, caller, before, now)
            work.commit()
        return after


def lift(desk: Desk, work: UnitOfWork, caller: Caller, hold: Hold, now: datetime) -> Hold:
    """
    Lift a live hold in a transaction of whoever calls.
    """
    after = replace(hold, until_at=now)
    version = work.holds.add(after, now, caller.actor.id)
    about = [after.person_id] if after.person_id else []
    payload = {"hold_id": after.id, "version": version}
    desk.record.append(work, caller, EntryKind.HOLD_LIFTED, now, payload, about)
    return after


def lift_all(
    desk: Desk, work: UnitOfWork, caller: Caller, hold_ids: Iterable[HoldId], now: datetime
) -> None:
    """
    Lift those of some holds that are live.
    """
    for hold_id in hold_ids:
        hold = work.holds.find(hold_id)
        if hold is not None and hold.is_live(now):
            lift(desk, work, caller, hold, now)
