"""
List API keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.activity import ApiKey
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class ListKeys:
    """
    List API keys.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> Sequence[ApiKey]:
        """
        Give every key there is or was, newest first.

        Raises:
            NotAllowed: The caller has no `admin` scope, or sees some units only.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.keys.list_all()
