"""
Find the channel that a question asks about, as the register was then.
"""

from datetime import datetime
from difflib import get_close_matches

from service.decision.ids import ChannelId
from service.errors import InvalidInput
from service.records.paging import every
from service.usecases.channels.addresses import looks_like_address, normal_address
from service.usecases.ports.work import UnitOfWork

ALIKE = 0.5
"""How much of a mistyped short name must be right (0 to 1) to be told what there is."""
_SEE_LIST = ": see the list of channels for their short names."


def find_channel(
    work: UnitOfWork,
    channel: str | None,
    then: datetime | None = None,
    *,
    names_alike: bool = False,
) -> frozenset[ChannelId] | None:
    """
    Give the channel asked for as a set; None asks for all of them.

    An address that is not in the register gives the empty set: nothing may be
    published on an unregistered page (domain rule 14).

    Args:
        then: In the register of that instant; a short name of today is understood too.

        names_alike: Say which short names there are that are like a mistyped one; only
            to whoever reads the register.

    Raises:
        InvalidInput: It is no channel's id or short name, and no address.
    """
    if channel is None:
        return None
    if then is not None and (ids := find_channel_then(work, channel, then)) is not None:
        return ids
    found = work.channels.find_slug(channel) or work.channels.find(channel)
    if found is None and looks_like_address(channel):
        found = work.channels.find_address(normal_address(channel, "channel"))
        if found is None:
            return frozenset()
    if found is None:
        way_out = _alike(work, channel) if names_alike else ""
        message = f"There is no channel {channel!r}{way_out or _SEE_LIST}"
        raise InvalidInput(message, field="channel")
    return frozenset({found.channel.id})


def _alike(work: UnitOfWork, channel: str) -> str:
    """
    Ask whether an open channel was meant that is written alike; empty: none is.
    """
    slugs = [each.slug for each in every(work.channels.list_page) if not each.channel.closed]
    near = get_close_matches(channel.casefold(), slugs, cutoff=ALIKE)
    return f". Did you mean {' or '.join(map(repr, near))}?" if near else ""


def find_channel_then(
    work: UnitOfWork, channel: str, then: datetime
) -> frozenset[ChannelId] | None:
    """
    Give the channel that had a short name or an address at an instant.

    None where only the register of today can tell.
    """
    address = normal_address(channel, "channel") if looks_like_address(channel) else None
    register = work.channels.list_known(then)
    for each in register:
        if each.slug == channel or each.address == address:
            return frozenset({each.channel.id})
    return frozenset() if register and address is not None else None
