"""
Tell those who can take something down that it must come down.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.channels import Channel, Contact
from service.decision.next_step import contact_for
from service.decision.powers import Role
from service.records.facts import Facts
from service.records.mail import LetterKind
from service.records.organisation import Organisation
from service.records.staff import Member
from service.records.takedowns import Takedown
from service.usecases.mail.staff_mail import Reader, StaffMail, active_members
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class TellPublishers:
    """
    Write to whoever answers for a channel, and to those who publish on it.
    """

    mail: StaffMail

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
        members = {each.email: each for each in active_members(work)}
        told: dict[Reader, list[Takedown]] = {}
        for each in opened:
            channel = facts.channels[each.channel_id]
            owner = contact_for(channel, facts.house)
            for reader in _readers(channel, owner, members, house):
                told.setdefault(reader, []).append(each)
        for reader, tasks in told.items():
            places = dict.fromkeys(
                f"{facts.channels[each.channel_id].name}: "
                f"{each.due_at.astimezone(facts.house.time_zone):%d/%m/%Y %H:%M}"
                for each in tasks
            )
            values = {"places": "\n".join(places)}
            kind = LetterKind.STAFF_TAKEDOWN
            self.mail.send(work, house, reader, kind, now, path="/takedowns", values=values)


def _readers(
    channel: Channel, owner: Contact, members: Mapping[str, Member], house: Organisation
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
        yield Reader.without_account(owner, house)
    yield from map(Reader.of, found.values())
