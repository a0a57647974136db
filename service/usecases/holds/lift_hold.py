"""
Lift a hold.
"""

from dataclasses import dataclass, replace

from service.decision.holds import Hold
from service.decision.ids import HoldId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import seen_hold


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
            NotAllowed: The caller has no `holds:write` scope.
            NotFound: There is no such hold for this caller.
        """
        caller = caller.narrowed(Scope.HOLDS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before = seen_hold(work, caller, hold_id)
            if not before.is_live(now):
                return before
            after = replace(before, until_at=now)
            version = work.holds.add(after, now, caller.actor.id)
            about = [after.person_id] if after.person_id else []
            payload = {"hold_id": hold_id, "version": version}
            self.desk.record.append(work, caller, EntryKind.HOLD_LIFTED, now, payload, about)
            work.commit()
        return after
