"""
Give one act.
"""

from dataclasses import dataclass

from service.decision.consents import ConsentAct
from service.decision.ids import ActId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.consents.subject import check_seen
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GetConsent:
    """
    Give one act.
    """

    desk: Desk

    def __call__(self, caller: Caller, act_id: ActId) -> ConsentAct:
        """
        Give an act as it was recorded.

        Raises:
            NotAllowed: The caller has no `consents:read` scope.
            NotFound: There is no such act for this caller.
        """
        caller = caller.narrowed(Scope.CONSENTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            act = work.acts.get(act_id)
            check_seen(work, caller, act.person_id)
            return act
