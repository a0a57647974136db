"""
A house whose staff get letters, by a real mail server, at whatever time a test needs.
"""

import email
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default

from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role
from service.delivery.carriers import Carriers
from service.delivery.smtp import MailServer, SmtpPostman
from service.delivery.stamps import Stamps
from service.records.staff import Member
from service.usecases.organisations.operator import operator_of
from service.usecases.staff import MemberDetails
from tests.api.clock import Clock
from tests.api.door import Door
from tests.delivery.server import Inbox, mail_server
from tests.passwords import hashed_quickly

PASSWORD = "seven blue chairs under a lamp"
MONDAY = datetime(2025, 3, 3, 9, tzinfo=UTC)
"""Ten o'clock in Brussels."""


@dataclass(frozen=True)
class Told:
    """
    One organisation, its clock, and where its letters go.
    """

    door: Door
    clock: Clock
    inbox: Inbox
    server: MailServer

    def hire(
        self, role: Role, name: str, unit_id: str | None = None, language: str = "en"
    ) -> Member:
        """
        Give somebody a role, and an account they have joined.
        """
        staff = self.door.house.registry.staff
        details = MemberDetails(
            email=self.address(name),
            name=name.title(),
            language=language,
            appointments=(Appointment(role, UnitId(unit_id) if unit_id else None),),
        )
        with hashed_quickly():
            link = staff.invite_member(operator_of(self.door.organisation.id), details)
            staff.accept_invitation(link.text, PASSWORD)
        self.letters()
        return link.member

    def address(self, name: str) -> str:
        """
        Give somebody's address.
        """
        return f"{name}@{self.door.organisation.slug}.example"

    def page(self, path: str) -> str:
        """
        Give the address of a page, as letters write it.
        """
        return f"{self.door.house.registry.remind_staff.tell.mail.pages_url}{path}"

    def letters(self) -> list[EmailMessage]:
        """
        Let everything leave that may; give what arrived since this was asked last.
        """
        stamps = Stamps(bytes(32), "obstat.example")
        postman = Carriers(SmtpPostman(self.server, "obstat@obstat.example", stamps), stamps)
        replace(self.door.house.registry.mail.deliver_letters, postman=postman)()
        arrived = [email.message_from_bytes(each, policy=default) for each in self.inbox.received]
        self.inbox.received.clear()
        return arrived

    def heard(self) -> dict[str, str]:
        """
        Give the subject that arrived since, by the name before the address; each one letter.
        """
        letters = self.letters()
        found = {each["To"].partition("@")[0]: str(each["Subject"]) for each in letters}
        assert len(letters) == len(found)
        return found

    def remind(self) -> dict[str, str]:
        """
        Let the service look once more; give who hears what.
        """
        self.door.house.registry.remind_staff.look(self.door.organisation.id)
        return self.heard()


@contextmanager
def telling(door: Door, clock: Clock) -> Iterator[Told]:
    """
    Run a mail server for a house until the block ends.
    """
    clock.at = MONDAY
    inbox = Inbox()
    with mail_server(inbox) as server:
        told = Told(door, clock, inbox, server)
        told.letters()
        yield told


def text_of(letter: EmailMessage, kind: str = "plain") -> str:
    """
    Give the words of a letter.
    """
    body = letter.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")
