"""
Hand out what shows that something is gone.
"""

from dataclasses import dataclass

from service.decision.ids import TakedownId
from service.decision.powers import Scope
from service.records.takedowns import Proof
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.takedowns.read_takedowns import seen_takedown


@dataclass(frozen=True, slots=True)
class GetProof:
    """
    Hand out what shows that something is gone.
    """

    desk: Desk

    def __call__(self, caller: Caller, takedown_id: TakedownId) -> Proof:
        """
        Give the picture or document as it came.

        Raises:
            NotAllowed: The caller has no `publications:read` scope.
            NotFound: There is no such task for this caller, or no proof of it.
        """
        caller = caller.narrowed(Scope.PUBLICATIONS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            seen_takedown(work, caller, takedown_id)
            return work.takedowns.get_proof(takedown_id)
