"""
Ask for a link to choose another password.
"""

from dataclasses import dataclass

from service.ledger.entry import EntryKind
from service.records.staff import TicketKind
from service.usecases.staff.gate import HERE, Gate, Origin, stranger_in
from service.usecases.staff.guessing import Guessing
from service.usecases.staff.letters import Letters
from service.usecases.staff.member_details import tidied_email
from service.usecases.staff.tickets import Tickets


@dataclass(frozen=True, slots=True)
class RequestReset:
    """
    Ask for a link to choose another password.
    """

    gate: Gate
    guessing: Guessing
    tickets: Tickets
    letters: Letters

    def __call__(self, slug: str, email: str, origin: Origin = HERE) -> None:
        """
        Send a link to a member; whoever asks learns nothing about it.

        Whether the address is known shows in nothing that is answered.  A password is
        hashed for nothing, which takes so much longer than finding the member that the
        time tells nothing either.

        Raises:
            TooMany: It was asked for too often lately, known or not.
        """
        self.gate.passwords.matches("", None)
        database = self.gate.desk.database
        organisation_id = database.find_organisation(slug)
        if organisation_id is None:
            return
        address = tidied_email(email)
        with database.begin(organisation_id) as work:
            now = self.gate.desk.clock()
            self.guessing.begin(work, f"reset {address}", origin, now)
            member = work.staff.find_email(address)
            if member is not None and member.is_active:
                link = self.tickets.issue(work, member, TicketKind.RESET, now)
                self.letters.send(work, link, TicketKind.RESET)
                caller, kind = stranger_in(organisation_id), EntryKind.STAFF_RESET_REQUESTED
                payload = {"member_id": member.id}
                self.gate.desk.record.append(work, caller, kind, now, payload)
            work.commit()
