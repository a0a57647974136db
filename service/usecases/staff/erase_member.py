"""
Erase who a former member was; what they did stays.
"""

from dataclasses import dataclass

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.staff.gate import Gate
from service.usecases.staff.overseeing import kept_member


@dataclass(frozen=True, slots=True)
class EraseMember:
    """
    Erase who a former member was.
    """

    gate: Gate

    def __call__(self, caller: Caller, member_id: MemberId) -> None:
        """
        Destroy name, address and credentials of somebody who was deactivated before.

        Raises:
            NotAllowed: No `admin` scope, or not wherever the member has a role.
            NotFound: There is no such member for this caller.
            Conflict: They can still sign in.
        """
        caller.narrowed(Scope.ADMIN)
        with self.gate.desk.database.begin(caller.organisation_id) as work:
            now = self.gate.desk.clock()
            member = kept_member(work, caller, member_id)
            if member.deactivated_at is None:
                raise Conflict("Deactivate this member first.")
            work.staff_sessions.end_all(member_id)
            work.staff_tickets.use(member_id)
            work.passkeys.drop_of(member_id)
            work.openid.unlink(member_id)
            work.outbox.erase(member_id, now)
            work.staff.erase(member_id, now)
            payload = {"member_id": member_id}
            self.gate.desk.record.append(work, caller, EntryKind.STAFF_ERASED, now, payload)
            work.commit()
