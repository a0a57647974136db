"""
Invite somebody again: the link, or password and telephone, were lost.
"""

from dataclasses import dataclass, replace

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.staff import TicketKind
from service.usecases.caller import Caller
from service.usecases.plain import plain
from service.usecases.staff.gate import Gate
from service.usecases.staff.letters import Letters
from service.usecases.staff.overseeing import kept_member
from service.usecases.staff.tickets import OneTimeLink, Tickets


@dataclass(frozen=True, slots=True)
class RenewInvitation:
    """
    Invite somebody again.
    """

    gate: Gate
    tickets: Tickets
    letters: Letters

    def __call__(self, caller: Caller, member_id: MemberId) -> OneTimeLink:
        """
        Send and give another link to choose password and second factor anew.

        Whatever they have goes on working until the link is used.  Whoever was
        deactivated is let in again.

        Raises:
            NotAllowed: No `admin` scope, or not wherever the member has a role.
            NotFound: There is no such member for this caller.
        """
        caller.narrowed(Scope.ADMIN)
        with self.gate.desk.database.begin(caller.organisation_id) as work:
            now = self.gate.desk.clock()
            member = kept_member(work, caller, member_id)
            if member.deactivated_at is not None:
                member = replace(member, deactivated_at=None, joined_at=None)
                work.staff.add(member, now, caller.actor.id)
            link = self.tickets.issue(work, member, TicketKind.INVITATION, now)
            self.letters.send(work, link, TicketKind.INVITATION)
            payload = {"member_id": member.id, "roles": plain(member.appointments)}
            self.gate.desk.record.append(work, caller, EntryKind.STAFF_INVITED, now, payload)
            work.commit()
        return link
