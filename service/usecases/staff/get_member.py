"""
Give a member.
"""

from dataclasses import dataclass

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.sight.staff import is_over, sees_all_staff
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
            NotAllowed: Somebody else, and the caller has `admin` nowhere, nor `audit` in
                the whole organisation.
            NotFound: There is no such member where the caller administers.
        """
        sees = is_own(caller, member_id) or sees_all_staff(caller)
        if not sees:
            caller = caller.narrowed(Scope.ADMIN)
        with self.gate.desk.database.look(caller.organisation_id) as work:
            member = work.staff.get(member_id)
        if not sees and not is_over(caller, member):
            raise NotFound("There is no such member.")
        return member
