"""
List where a member is signed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.records.staff import StaffSession, Stage
from service.usecases.caller import Caller
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import is_own, own_member_id
from service.usecases.staff.overseeing import kept_member


@dataclass(frozen=True, slots=True)
class ListSessions:
    """
    List where a member is signed in.
    """

    gate: Gate

    def __call__(self, caller: Caller, member_id: MemberId | None = None) -> Sequence[StaffSession]:
        """
        Give the sessions that live, oldest first; without an id one's own.

        Raises:
            NotAllowed: Somebody else's, and no `admin` scope where they have a role.
            NotFound: There is no such member for this caller.
        """
        asked = member_id or own_member_id(caller)
        own = is_own(caller, asked)
        if not own:
            caller.narrowed(Scope.ADMIN)
        with self.gate.desk.database.look(caller.organisation_id) as work:
            now = self.gate.desk.clock()
            if not own:
                kept_member(work, caller, asked)
            idle = self.gate.rules.idle
            return [
                each
                for each in work.staff_sessions.list_of(asked)
                if each.stage is Stage.FULL and now < each.expires_at and now - each.seen_at <= idle
            ]
