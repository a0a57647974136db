"""
List the holds that stand in the way now.
"""

from dataclasses import dataclass

from service.decision.holds import Hold
from service.decision.powers import Scope
from service.records.paging import every
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import is_hold_seen


@dataclass(frozen=True, slots=True)
class ListLiveHolds:
    """
    List the holds that stand in the way now.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> tuple[Hold, ...]:
        """
        Give every hold that counts at this instant, newest first.

        Raises:
            NotAllowed: The caller has no `holds:read` scope.
        """
        caller = caller.narrowed(Scope.HOLDS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            now = self.desk.clock()
            live = (each for each in every(work.holds.list_page) if each.is_live(now))
            found = [each for each in live if is_hold_seen(work, caller, each)]
        return tuple(reversed(found))
