"""
Invite somebody to work here.
"""

from dataclasses import dataclass

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.errors import AlreadyExists
from service.ledger.entry import EntryKind
from service.records.staff import Member, TicketKind
from service.usecases.caller import Caller
from service.usecases.details import entered
from service.usecases.plain import digest_of, plain
from service.usecases.recording import keep, recall
from service.usecases.staff.gate import Gate
from service.usecases.staff.letters import Letters
from service.usecases.staff.member_details import MemberDetails, checked_member
from service.usecases.staff.overseeing import needs_over
from service.usecases.staff.tickets import OneTimeLink, Tickets


@dataclass(frozen=True, slots=True)
class InviteMember:
    """
    Invite somebody to work here.
    """

    gate: Gate
    tickets: Tickets
    letters: Letters

    def __call__(self, caller: Caller, details: MemberDetails) -> OneTimeLink:
        """
        Enter a member with their roles; send and give the link to their account.

        Raises:
            NotAllowed: No `admin` scope where a role is given.
            InvalidInput: Something needed is missing or unusable.
            AlreadyExists: Somebody has this address; or the idempotency key invited
                somebody before: that link is gone.
        """
        caller.narrowed(Scope.ADMIN)
        member = entered(Member, details, id=MemberId(self.gate.desk.new_id()))
        needs_over(caller, member)
        with self.gate.desk.database.begin(caller.organisation_id) as work:
            now = self.gate.desk.clock()
            if recall(work, caller):
                raise AlreadyExists("This request invited somebody already; invite them again.")
            member = checked_member(work, member)
            work.staff.add(member, now, caller.actor.id)
            link = self.tickets.issue(work, member, TicketKind.INVITATION, now)
            self.letters.send(work, link, TicketKind.INVITATION)
            payload = {
                "member_id": member.id,
                "roles": plain(member.appointments),
                "digest": digest_of(member),
            }
            self.gate.desk.record.append(work, caller, EntryKind.STAFF_INVITED, now, payload)
            keep(work, caller, member.id, now)
            work.commit()
        return link
