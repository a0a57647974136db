"""
Accept an invitation: choose a password, then set up a second factor.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.ids import ActorId
from service.ledger.entry import EntryKind
from service.records.organisation import SecondFactor
from service.records.staff import Credentials, Member, Stage, TicketKind
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.opening import Sessions, SignedIn
from service.usecases.staff.tickets import Tickets


@dataclass(frozen=True, slots=True)
class AcceptInvitation:
    """
    Accept an invitation.
    """

    gate: Gate
    tickets: Tickets
    sessions: Sessions

    def __call__(self, link: str, password: str, origin: Origin = HERE) -> SignedIn:
        """
        Choose a password; give the session in which a second factor is set up.

        Everything that opened the account before is gone: an old second factor, passkeys,
        old recovery codes, the account at the provider, every session.

        Raises:
            NotFound: The link was used, or is over.
            InvalidInput: The password is too weak.
        """
        carried = self.tickets.carried(link)
        stored = self.tickets.hashed(carried, TicketKind.INVITATION, password)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            member = self.tickets.held(work, carried, TicketKind.INVITATION, now)
            work.staff_tickets.use(member.id)
            work.staff_sessions.end_all(member.id)
            work.staff.keep_credentials(Credentials(member.id, stored, now))
            work.passkeys.drop_of(member.id)
            work.openid.unlink(member.id)
            member = self._joined(work, member, now)
            signed_in = self._step(work, member, origin, now)
            work.commit()
        return signed_in

    def _joined(self, work: UnitOfWork, member: Member, now: datetime) -> Member:
        """
        Write down that they are one of us, the first time with the day.
        """
        if member.joined_at is None:
            member = replace(member, joined_at=now)
            work.staff.add(member, now, ActorId(member.id))
        caller = caller_for(work.organisation_id, member)
        payload = {"member_id": member.id}
        self.gate.desk.record.append(work, caller, EntryKind.STAFF_JOINED, now, payload)
        return member

    def _step(self, work: UnitOfWork, member: Member, origin: Origin, now: datetime) -> SignedIn:
        """
        Open the session of the step that comes next.
        """
        if work.organisations.current().second_factor is SecondFactor.REQUIRED:
            return self.sessions.open(work, member, Stage.ENROL, origin, now)
        return self.sessions.enter(work, member, origin, now, "none")
