"""
Groups of channels: a name for several, as forms and answers use it.
"""

from litestar import Router, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import UNSET, Struct, UnsetType

from service.api.channel_structs import ChannelOut, Slug
from service.api.requests import After, KnownAt, Limit, Once, page
from service.api.wire import Incoming, Line, PageOut
from service.decision.ids import GroupId
from service.records.channels import ChannelGroup
from service.usecases.caller import Caller
from service.usecases.channels import GroupDetails
from service.usecases.registry import Registry


class ChannelGroupIn(Incoming, frozen=True, kw_only=True):
    """
    A group to create.
    """

    slug: Slug
    name: Line


class ChannelGroupChange(Incoming, frozen=True, kw_only=True):
    """
    What changes about a group; what is left out stays.
    """

    slug: Slug | UnsetType = UNSET
    name: Line | UnsetType = UNSET


class ChannelGroupOut(Struct, frozen=True):
    """
    A group as recorded.
    """

    id: str
    slug: str
    name: str

    @classmethod
    def of(cls, group: ChannelGroup) -> "ChannelGroupOut":
        """
        Show a group.
        """
        return cls(group.id, group.slug, group.name)


class FullGroupOut(Struct, frozen=True):
    """
    A group with the channels that belong to it now.
    """

    id: str
    slug: str
    name: str
    channels: list[ChannelOut]


@post("/", operation_id="createChannelGroup", sync_to_thread=True)
def create_channel_group(
    data: JSONBody[ChannelGroupIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ChannelGroupOut:
    """
    Create a group; channels join it one by one, each by a change.
    """
    made = registry.channels.create_channel_group(once(data), GroupDetails(**data.told()))
    return ChannelGroupOut.of(made)


@patch("/{group_id:str}", operation_id="changeChannelGroup", sync_to_thread=True)
def change_channel_group(
    group_id: FromPath[str],
    data: JSONBody[ChannelGroupChange],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ChannelGroupOut:
    """
    Change a group.
    """
    details = GroupDetails(**data.told())
    return ChannelGroupOut.of(
        registry.channels.change_channel_group(caller, GroupId(group_id), details)
    )


@get("/{group_id:str}", operation_id="getChannelGroup", sync_to_thread=True)
def get_channel_group(
    group_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> FullGroupOut:
    """
    Give one group with its channels.
    """
    found = registry.channels.get_channel_group(caller, GroupId(group_id))
    channels = [ChannelOut.of(each) for each in found.channels]
    return FullGroupOut(found.group.id, found.group.slug, found.group.name, channels)


@get("/", operation_id="listChannelGroups", sync_to_thread=True)
def list_channel_groups(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
) -> PageOut[ChannelGroupOut]:
    """
    List groups.
    """
    listing = registry.channels.list_channel_groups(caller, page(limit, after, known_at))
    return PageOut([ChannelGroupOut.of(each) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/channel-groups",
    route_handlers=[
        create_channel_group,
        change_channel_group,
        get_channel_group,
        list_channel_groups,
    ],
    tags=["channels"],
)
