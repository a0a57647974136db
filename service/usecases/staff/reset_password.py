"""
Choose another password through a link; the second factor stays.
"""

from dataclasses import dataclass, replace

from service.ledger.entry import EntryKind
from service.records.staff import TicketKind
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.tickets import Tickets, no_such_link


@dataclass(frozen=True, slots=True)
class ResetPassword:
    """
    Choose another password through a link.
    """

    gate: Gate
    tickets: Tickets

    def __call__(self, link: str, password: str) -> None:
        """
        Put a password in place of the forgotten one, and end every session.

        Nobody is signed in by it: a mailbox alone must not open an account, so the code
        of the second factor is asked for as ever (ASVS 6.4.3).

        Raises:
            NotFound: The link was used, or is over.
            InvalidInput: The password is too weak.
        """
        carried = self.tickets.carried(link)
        stored = self.tickets.hashed(carried, TicketKind.RESET, password)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            member = self.tickets.held(work, carried, TicketKind.RESET, now)
            credentials = work.staff.find_credentials(member.id)
            if credentials is None:
                no_such_link()
            work.staff.keep_credentials(
                replace(credentials, password_hash=stored, password_set_at=now)
            )
            work.staff_tickets.use(member.id)
            work.staff_sessions.end_all(member.id)
            caller, kind = caller_for(carried.organisation_id, member), EntryKind
            payload = {"member_id": member.id, "how": "link"}
            record = self.gate.desk.record
            record.append(work, caller, kind.STAFF_PASSWORD_CHANGED, now, payload)
            work.commit()
