"""
Give a member.
"""

from dataclasses import dataclass

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.sight.staff import sees_all_staff
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import is_own
from service.usecases.staff.overseeing import seen_member


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
            NotAllowed: Somebody else, and the caller has `admin` nowhere, nor `audit` in
                the whole organisation.
            NotFound: There is no such member where the caller administers.
        """
        if not (is_own(caller, member_id) or sees_all_staff(caller)):
            caller.narrowed(Scope.ADMIN)
        with self.gate.desk.database.look(caller.organisation_id) as work:
            return seen_member(work, caller, member_id)
