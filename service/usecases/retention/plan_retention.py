"""
Show what has been kept long enough, before anything goes.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.decision.retention import Retention
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.retention.planning import Plan, planned
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class PlanRetention:
    """
    Show what has been kept long enough.
    """

    desk: Desk
    retention: Retention

    def __call__(self, caller: Caller) -> Plan:
        """
        Give what would go today, class by class; nothing is changed.

        Raises:
            NotAllowed: The caller has neither `admin` nor `audit`, or sees some units
                only.
        """
        if Scope.AUDIT not in caller.actor.scopes:
            caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return planned(work, self.retention, self.desk.clock())
