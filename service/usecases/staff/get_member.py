"""
Give a member.
"""

from dataclasses import dataclass

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.sight.people import needs_everybody
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import is_own


@dataclass(frozen=True, slots=True)
class GetMember:
    """
    Give a member.
    """

    gate: Gate

    def __call__(self, caller: Caller, member_id: MemberId) -> Member:
        """
        Give a member as they are now; everybody may see themselves.

        Raises:
            NotAllowed: Somebody else, and neither `admin` nor `audit` for everybody.
            NotFound: There is no such member.
        """
        if not is_own(caller, member_id):
            if Scope.AUDIT not in caller.actor.scopes:
                caller.needs(Scope.ADMIN)
            needs_everybody(caller)
        with self.gate.desk.database.look(caller.organisation_id) as work:
            return work.staff.get(member_id)
