"""
Give the settings of the organisation.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.organisation import Organisation
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GetSettings:
    """
    Give the settings of the organisation.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> Organisation:
        """
        Give the organisation as it is now.

        Raises:
            NotAllowed: The caller has no `channels:read` scope.
        """
        caller.needs(Scope.CHANNELS_READ)
        with self.desk.database.glance(caller.organisation_id) as work:
            return work.organisations.current()
