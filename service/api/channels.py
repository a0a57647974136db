"""
Channels: the register of where the organisation may publish at all.
"""

from typing import Annotated

from litestar import Router, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter

from service.api.channel_structs import (
    ChannelChange,
    ChannelHistoryOut,
    ChannelIn,
    ChannelNowOut,
    ChannelOut,
    ChannelVersionOut,
    details_of,
)
from service.api.requests import After, KnownAt, Limit, Once, page
from service.api.wire import ID_PATTERN, PageOut
from service.decision.ids import ChannelId
from service.usecases.caller import Caller
from service.usecases.registry import Registry

GroupFilter = Annotated[
    str | None,
    QueryParameter(max_length=64, pattern=ID_PATTERN, description="Only channels of this group."),
]
UnitFilter = Annotated[
    str | None,
    QueryParameter(max_length=64, pattern=ID_PATTERN, description="Only channels of this unit."),
]
ClosedFilter = Annotated[
    bool | None, QueryParameter(description="Only closed channels, or only open ones.")
]


@post("/", operation_id="registerChannel", sync_to_thread=True)
def register_channel(
    data: JSONBody[ChannelIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> ChannelOut:
    """
    Register a channel.

    Nobody has answered for it yet: to publish there, people must be asked anew.
    """
    return ChannelOut.of(registry.channels.register_channel(once(data), details_of(data)))


@patch("/{channel_id:str}", operation_id="changeChannel", sync_to_thread=True)
def change_channel(
    channel_id: FromPath[str],
    data: JSONBody[ChannelChange],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ChannelOut:
    """
    Change a channel.

    A wider audience or a new purpose makes every earlier yes lapse; a no stays.
    """
    found = registry.channels.change_channel(caller, ChannelId(channel_id), details_of(data))
    return ChannelOut.of(found)


@post("/{channel_id:str}/close", operation_id="closeChannel", status_code=200, sync_to_thread=True)
def close_channel(
    channel_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ChannelOut:
    """
    Close a channel: nothing may be published there.

    It keeps its short name and address, so that no answer about it is lost.
    """
    return ChannelOut.of(registry.channels.close_channel(caller, ChannelId(channel_id)))


@post(
    "/{channel_id:str}/reopen", operation_id="reopenChannel", status_code=200, sync_to_thread=True
)
def reopen_channel(
    channel_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ChannelOut:
    """
    Put a closed channel back in the register; answers about it hold again.
    """
    return ChannelOut.of(registry.channels.reopen_channel(caller, ChannelId(channel_id)))


@get("/{channel_id:str}", operation_id="getChannel", sync_to_thread=True)
def get_channel(
    channel_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ChannelNowOut:
    """
    Give one channel, with what is left of its quota.
    """
    record = registry.channels.get_channel(caller, ChannelId(channel_id))
    return ChannelNowOut.counted(record, registry.channels.count_quota(caller, record.channel.id))


@get("/{channel_id:str}/history", operation_id="getChannelHistory", sync_to_thread=True)
def get_channel_history(
    channel_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ChannelHistoryOut:
    """
    Give every version of a channel, oldest first.
    """
    versions = registry.channels.get_channel_history(caller, ChannelId(channel_id))
    return ChannelHistoryOut([ChannelVersionOut.of(each) for each in versions])


@get("/", operation_id="listChannels", sync_to_thread=True)
def list_channels(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
    group_id: GroupFilter = None,
    unit_id: UnitFilter = None,
    closed: ClosedFilter = None,
) -> PageOut[ChannelOut]:
    """
    List channels.
    """
    asked = page(
        limit,
        after,
        known_at,
        group_id=group_id,
        unit_id=unit_id,
        closed=None if closed is None else str(closed).lower(),
    )
    listing = registry.channels.list_channels(caller, asked)
    return PageOut([ChannelOut.of(each) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/channels",
    route_handlers=[
        register_channel,
        change_channel,
        close_channel,
        reopen_channel,
        get_channel,
        get_channel_history,
        list_channels,
    ],
    tags=["channels"],
)
