"""
Let a member in no more.
"""

from dataclasses import dataclass, replace

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.staff.gate import Gate
from service.usecases.staff.overseeing import kept_member


@dataclass(frozen=True, slots=True)
class DeactivateMember:
    """
    Let a member in no more.
    """

    gate: Gate

    def __call__(self, caller: Caller, member_id: MemberId) -> Member:
        """
        End an account with its sessions, links and passkeys; what they did stays theirs.

        Ending it again changes nothing, so that nobody hesitates to.

        Raises:
            NotAllowed: No `admin` scope, or not wherever the member has a role.
            NotFound: There is no such member for this caller.
        """
        caller.narrowed(Scope.ADMIN)
        with self.gate.desk.database.begin(caller.organisation_id) as work:
            now = self.gate.desk.clock()
            member = kept_member(work, caller, member_id)
            if member.deactivated_at is not None:
                return member
            work.staff.lock(member_id)
            after = replace(member, deactivated_at=now)
            work.staff.add(after, now, caller.actor.id)
            work.staff_sessions.end_all(member_id)
            work.staff_tickets.use(member_id)
            work.passkeys.drop_of(member_id)
            payload = {"member_id": member_id}
            self.gate.desk.record.append(work, caller, EntryKind.STAFF_DEACTIVATED, now, payload)
            work.commit()
        return after
