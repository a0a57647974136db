"""
Give the signed head of the organisation's log.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.errors import NotFound
from service.records.ledger import StoredCheckpoint
from service.usecases.caller import Caller
from service.usecases.ports.database import Database


@dataclass(frozen=True, slots=True)
class GetCheckpoint:
    """
    Give the signed head of the organisation's log.
    """

    database: Database

    def __call__(self, caller: Caller) -> StoredCheckpoint:
        """
        Give the newest signed head, to be kept where we cannot reach it.

        Raises:
            NotAllowed: The caller has no `audit` scope.
            NotFound: Nothing has been signed yet.
        """
        caller.needs(Scope.AUDIT)
        with self.database.look(caller.organisation_id) as work:
            checkpoint = work.ledger.last_checkpoint()
        if checkpoint is None:
            raise NotFound("Nothing has been signed yet.")
        return checkpoint
