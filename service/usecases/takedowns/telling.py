"""
Tell those who can take something down that it must come down.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.channels import Channel, Contact
from service.decision.next_step import contact_for
from service.decision.powers import Role
from service.records.facts import Facts
from service.records.mail import Letter, LetterId, LetterKind
from service.records.organisation import Organisation
from service.records.paging import MAX_PAGE, Page
from service.records.staff import Member
from service.records.takedowns import Takedown
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


@dataclass(frozen=True, slots=True)
class TellPublishers:
    """
    Write to whoever answers for a channel, and to those who publish on it.
    """

    wording: Wording
    new_id: NewId
    pages_url: str

    def __call__(
        self,
        work: UnitOfWork,
        house: Organisation,
        opened: Sequence[Takedown],
        facts: Facts,
        now: datetime,
    ) -> None:
        """
        Write one letter to each, about all that must come down by now.

        At once, in office hours or not: the time in which it must be down runs.  Not of
        whom it is, nor why: letters are read by others, too (design rule 9).
        """
        members = {each.email: each for each in _everyone(work) if each.is_active}
        told: dict[Reader, list[Takedown]] = {}
        for each in opened:
            channel = facts.channels[each.channel_id]
            owner = contact_for(channel, facts.house)
            for reader in _readers(channel, owner, members, house.languages[0]):
                told.setdefault(reader, []).append(each)
        for reader, tasks in told.items():
            places = (
                f"{facts.channels[each.channel_id].name}: "
                f"{each.due_at.astimezone(facts.house.time_zone):%d/%m/%Y %H:%M}"
                for each in tasks
            )
            work.outbox.add(self._letter(house, reader, "\n".join(dict.fromkeys(places)), now))

    def _letter(self, house: Organisation, reader: Reader, places: str, now: datetime) -> Letter:
        """
        Put it into words.
        """
        values = {
            "name": reader.name,
            "house": house.name,
            "places": places,
            "link": f"{self.pages_url}/takedowns",
        }
        kind = LetterKind.STAFF_TAKEDOWN
        words = self.wording(kind, reader.language, values)
        return Letter(
            id=LetterId(self.new_id()),
            kind=kind,
            written_at=now,
            to=reader.email,
            text=words.text,
            subject=words.subject,
            html=words.html,
            language=words.language,
            recipient_id=reader.member_id,
            sender_name=house.name,
        )


def _readers(
    channel: Channel, owner: Contact, members: Mapping[str, Member], language: str
) -> Iterator[Reader]:
    """
    Name whom a takedown on a channel is for, each once.

    Where nobody publishes for its unit or the house, administrators must see to it.
    """
    by_role = {
        role: [each for each in members.values() if each.holds(role, channel.unit_id)]
        for role in (Role.PUBLISHER, Role.ADMINISTRATOR)
    }
    found = {each.email: each for each in by_role[Role.PUBLISHER] or by_role[Role.ADMINISTRATOR]}
    if owner.email.lower() in members:
        found[owner.email.lower()] = members[owner.email.lower()]
    elif owner.email:
        yield Reader(owner.email, owner.name, language)
    for each in found.values():
        yield Reader(each.email, each.name, each.language, each.id)


def _everyone(work: UnitOfWork) -> Iterator[Member]:
    """
    Give everybody who works, or worked, here.
    """
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = work.staff.list_page(page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None
