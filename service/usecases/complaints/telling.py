"""
Tell those who deal with complaints that one came in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.decision.powers import Role
from service.records.complaints import Complaint
from service.records.mail import LetterKind
from service.records.organisation import Organisation
from service.records.paging import Page
from service.usecases.caller import Caller
from service.usecases.mail.staff_mail import Reader, StaffMail, active_members
from service.usecases.ports.work import UnitOfWork

KIND = LetterKind.STAFF_COMPLAINT
SELDOM = timedelta(hours=1)
"""Anybody may complain on the public page: nobody's mailbox is flooded by it."""


@dataclass(frozen=True, slots=True)
class TellOfficers:
    """
    Write to whoever deals with complaints of the whole house.
    """

    mail: StaffMail

    def __call__(
        self, work: UnitOfWork, caller: Caller, complaint: Complaint, now: datetime
    ) -> None:
        """
        Write to each but who entered it, at most once an hour, and nothing of its words.

        At once, in office hours or not: 72 hours may run from now (GDPR article 33).
        """
        values = {"number": complaint.number, "day": f"{complaint.answer_by:%d/%m/%Y}"}
        house = work.organisations.current()
        for reader in _readers(work, house):
            if reader.member_id == caller.actor.id or _was_told(work, reader, now):
                continue
            self.mail.send(work, house, reader, KIND, now, path="/complaints", values=values)


def _readers(work: UnitOfWork, house: Organisation) -> Iterator[Reader]:
    """
    Name the data-protection officers; else administrators, else the contact of the house.
    """
    members = tuple(active_members(work))
    for role in (Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR):
        found = [each for each in members if each.holds(role, None)]
        if found:
            yield from map(Reader.of, found)
            return
    if house.contact.email:
        yield Reader.without_account(house.contact, house)


def _was_told(work: UnitOfWork, reader: Reader, now: datetime) -> bool:
    """
    Tell whether somebody was written to about another one within the hour.
    """
    filters = {"kind": KIND.value, "recipient_id": reader.member_id}
    latest = work.outbox.list_page(Page(limit=1, filters=filters, newest_first=True)).items
    return any(now - each.written_at < SELDOM for each in latest)
