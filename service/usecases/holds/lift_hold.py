"""
Lift a hold.
"""

from dataclasses import dataclass

from service.decision.holds import Hold
from service.decision.ids import HoldId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import is_on_the_house, seen_hold
from service.usecases.lifting import lift
from service.usecases.sight.people import needs_everybody


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
