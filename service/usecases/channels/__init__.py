"""
Verbs about channels: where the organisation may publish at all.

`channel_details.py` says what can be told about a channel and checks it,
`addresses.py` writes the address of a page one way.  Every change is a new version;
a channel that is closed keeps its address, because what people answered is about
that channel and no other.  A group is a name for several channels that forms and
answers use.
"""

from service.usecases.channels.change_channel import ChangeChannel
from service.usecases.channels.change_channel_group import ChangeChannelGroup
from service.usecases.channels.channel_details import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.channels.close_channel import CloseChannel
from service.usecases.channels.create_channel_group import CreateChannelGroup
from service.usecases.channels.get_channel import GetChannel
from service.usecases.channels.get_channel_group import GetChannelGroup, GroupWithChannels
from service.usecases.channels.get_channel_history import GetChannelHistory
from service.usecases.channels.group_details import GroupDetails
from service.usecases.channels.list_channel_groups import ListChannelGroups
from service.usecases.channels.list_channels import ListChannels
from service.usecases.channels.register_channel import RegisterChannel
from service.usecases.channels.reopen_channel import ReopenChannel

__all__ = [
    "ChangeChannel",
    "ChangeChannelGroup",
    "ChannelDetails",
    "ChannelFacts",
    "ChannelPlace",
    "CloseChannel",
    "CreateChannelGroup",
    "GetChannel",
    "GetChannelGroup",
    "GetChannelHistory",
    "GroupDetails",
    "GroupWithChannels",
    "ListChannelGroups",
    "ListChannels",
    "RegisterChannel",
    "ReopenChannel",
]
