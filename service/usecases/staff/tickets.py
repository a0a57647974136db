"""
Make one-time links, and find them again.

A link alone shows nothing and does nothing: whoever carries it has to choose a
password, by a button (threat T4: mail programs open links by themselves).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NoReturn

from service.decision.ids import OrganisationId, TicketId
from service.errors import NotFound
from service.records.staff import Member, Ticket, TicketKind
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import INVITATION, RESET, Gate
from service.usecases.staff.opening import Carried
from service.usecases.staff.password_rules import accepted_password
from service.usecases.staff.secret_text import SecretText, read_secret

LIVES: dict[TicketKind, timedelta] = {
    TicketKind.INVITATION: INVITATION,
    TicketKind.RESET: RESET,
}


@dataclass(frozen=True, slots=True)
class OneTimeLink:
    """
    A link, and whose it is; its text is shown this once.
    """

    member: Member
    made_at: datetime
    expires_at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tickets:
    """
    Make one-time links, and find them again.
    """

    gate: Gate

    def issue(
        self, work: UnitOfWork, member: Member, kind: TicketKind, now: datetime
    ) -> OneTimeLink:
        """
        Make a link; every other one of this member ends.
        """
        secret = self.gate.token.issue()
        ticket = Ticket(
            id=TicketId(self.gate.desk.new_id()),
            member_id=member.id,
            kind=kind,
            digest=self.gate.token.digest(secret),
            made_at=now,
            expires_at=now + LIVES[kind],
        )
        work.staff_tickets.add(ticket)
        slug = work.organisations.current().slug
        text = str(SecretText(slug, ticket.id, secret))
        return OneTimeLink(member, now, ticket.expires_at, text)

    def carried(self, text: str) -> Carried:
        """
        Say in which organisation to look for a link.

        Raises:
            NotFound: It cannot be one of ours.
        """
        parts = read_secret(text)
        found: OrganisationId | None = None
        if parts is not None:
            found = self.gate.desk.database.find_organisation(parts.slug)
        if parts is None or found is None:
            no_such_link()
        return Carried(found, parts)

    def hashed(self, carried: Carried, kind: TicketKind, password: str) -> str:
        """
        Accept and hash the password that came with a link; write nothing.

        Raises:
            NotFound: The link was used, or is over.
            InvalidInput: The password is too weak.
        """
        with self.gate.desk.database.look(carried.organisation_id) as work:
            member = self.held(work, carried, kind, self.gate.desk.clock())
            house = work.organisations.current().name
        passwords = self.gate.passwords
        return passwords.hash(accepted_password(password, member, house, passwords))

    def held(self, work: UnitOfWork, carried: Carried, kind: TicketKind, now: datetime) -> Member:
        """
        Give whose link this is, which nobody else uses until we end.

        Raises:
            NotFound: There is none, it was used, or is over.
        """
        ticket_id = TicketId(carried.text.id)
        before = work.staff_tickets.find(ticket_id)
        if before is None:
            no_such_link()
        work.staff.lock(before.member_id)
        # Read again under the lock: of twenty at once one alone finds it.
        ticket = work.staff_tickets.find(ticket_id)
        member = work.staff.find(before.member_id)
        if ticket is None or member is None or ticket.kind is not kind:
            no_such_link()
        right = self.gate.token.matches(carried.text.secret, ticket.digest)
        if not right or now >= ticket.expires_at or member.deactivated_at is not None:
            no_such_link()
        return member


def no_such_link() -> NoReturn:
    """
    Refuse a link, whatever is wrong with it.

    Raises:
        NotFound: Always.
    """
    raise NotFound("This link was used already, or is over: ask for another one.", field="link")
