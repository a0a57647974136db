"""
Give one signatory.
"""

from dataclasses import dataclass

from service.decision.ids import SignatoryId
from service.decision.powers import Scope
from service.records.people import Signatory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.signatories.signatory_details import seen_signatory


@dataclass(frozen=True, slots=True)
class GetSignatory:
    """
    Give one signatory.
    """

    desk: Desk

    def __call__(self, caller: Caller, signatory_id: SignatoryId) -> Signatory:
        """
        Give the signatory as known now.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
            NotFound: There is no such signatory for this caller.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return seen_signatory(work, caller, signatory_id)
