"""
List the channels somebody may use, last used first.
"""

from dataclasses import dataclass
from typing import Final

from service.decision.ids import ChannelId
from service.decision.powers import Scope
from service.records.channels import ChannelRecord
from service.records.paging import MAX_PAGE, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork

REMEMBERED: Final = 40
"""So many checks are looked back on to see what is used."""


@dataclass(frozen=True, slots=True)
class UsableChannels:
    """
    Where somebody may post, or propose a post for.
    """

    channels: tuple[ChannelRecord, ...]
    """Those of the caller's latest checks come first, all others by name."""
    meant: ChannelId | None
    """The last that was asked about, or the only one; None: none may be taken as meant."""


@dataclass(frozen=True, slots=True)
class ListUsableChannels:
    """
    List the channels that somebody may post to, or propose a post for.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> UsableChannels:
        """
        Give open channels of the whole organisation and of the caller's own units.

        Raises:
            NotAllowed: The caller may not check, or not read channels.
        """
        caller.needs(Scope.CHECKS)
        caller.needs(Scope.CHANNELS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            usable = [each for each in _channels(work) if _is_usable(caller, each)]
            asked = [
                str(check.question.get("channel"))
                for check in work.checks.latest_of(caller.actor.id, REMEMBERED)
            ]
        rank = {channel: place for place, channel in reversed(list(enumerate(asked)))}

        def place(each: ChannelRecord) -> int:
            return min(rank.get(name, REMEMBERED) for name in (each.id, each.slug, each.address))

        found = sorted(usable, key=lambda each: (place(each), each.channel.name.casefold()))
        is_clear = len(found) == 1 or (bool(found) and place(found[0]) < REMEMBERED)
        return UsableChannels(tuple(found), ChannelId(found[0].id) if is_clear else None)


def _channels(work: UnitOfWork) -> list[ChannelRecord]:
    """
    Give every channel of the register.
    """
    found: list[ChannelRecord] = []
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = work.channels.list_page(page)
        found += listing.items
        page = Page(limit=MAX_PAGE, after=listing.next_after) if listing.next_after else None
    return found


def _is_usable(caller: Caller, record: ChannelRecord) -> bool:
    """
    Tell whether a channel is open and the caller's, or everybody's.
    """
    channel, own = record.channel, caller.actor.unit_ids
    if channel.closed:
        return False
    is_near = channel.unit_id is None or own is None or channel.unit_id in own
    return is_near or caller.actor.id in channel.publisher_ids
