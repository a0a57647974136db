"""
Write to those who work here that something waits for them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.channels import Contact
from service.records.mail import Gap, Letter, LetterId, LetterKind
from service.records.organisation import Organisation
from service.records.paging import MAX_PAGE, Page
from service.records.staff import Member
from service.usecases.ports.mail import Wording
from service.usecases.ports.services import NewId
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Reader:
    """
    Somebody who is written to: a member, or a contact without an account.
    """

    email: str
    name: str
    language: str
    member_id: str = ""

    @classmethod
    def of(cls, member: Member) -> "Reader":
        """
        Give a member as a reader.
        """
        return cls(member.email, member.name, member.language, member.id)

    @classmethod
    def without_account(cls, contact: Contact, house: Organisation) -> "Reader":
        """
        Give a contact as a reader, in the first language of the house.
        """
        return cls(contact.email, contact.name, house.languages[0])


@dataclass(frozen=True, slots=True)
class StaffMail:
    """
    Put letters to those who work here into the outbox.
    """

    wording: Wording
    new_id: NewId
    pages_url: str

    def send(
        self,
        work: UnitOfWork,
        to: Reader,
        kind: LetterKind,
        now: datetime,
        *,
        path: str,
        values: Mapping[str, Gap],
        about: tuple[str, ...] = (),
        not_before_at: datetime | None = None,
    ) -> LetterId:
        """
        Write to somebody about what is on a page of theirs.
        """
        house = work.organisations.current()
        link = f"{self.pages_url}{path}"
        told: dict[str, Gap] = {"name": to.name, "house": house.name, "link": link, **values}
        words = self.wording(kind, to.language, told)
        letter_id = LetterId(self.new_id())
        work.outbox.add(
            Letter(
                id=letter_id,
                kind=kind,
                written_at=now,
                to=to.email,
                text=words.text,
                subject=words.subject,
                html=words.html,
                language=words.language,
                recipient_id=to.member_id,
                about=about,
                not_before_at=not_before_at,
                sender_name=house.name,
            )
        )
        return letter_id


def active_members(work: UnitOfWork) -> Iterator[Member]:
    """
    Give everybody who may sign in here.
    """
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = work.staff.list_page(page)
        yield from (each for each in listing.items if each.is_active)
        page = replace(page, after=listing.next_after) if listing.next_after else None
