"""
Give one unit.
"""

from dataclasses import dataclass

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.records.organisation import Unit
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GetUnit:
    """
    Give one unit.
    """

    desk: Desk

    def __call__(self, caller: Caller, unit_id: UnitId) -> Unit:
        """
        Give the unit as it is now.

        Raises:
            NotAllowed: The caller has no `channels:read` scope.
            NotFound: There is no such unit.
        """
        caller.needs(Scope.CHANNELS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.organisations.units.get(unit_id)
