"""
Give one hold.
"""

from dataclasses import dataclass

from service.decision.holds import Hold
from service.decision.ids import HoldId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import seen_hold


@dataclass(frozen=True, slots=True)
class GetHold:
    """
    Give one hold.
    """

    desk: Desk

    def __call__(self, caller: Caller, hold_id: HoldId) -> Hold:
        """
        Give the hold as it is now.

        Raises:
            NotAllowed: The caller has no `holds:read` scope.
            NotFound: There is no such hold for this caller.
        """
        caller = caller.narrowed(Scope.HOLDS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return seen_hold(work, caller, hold_id)
