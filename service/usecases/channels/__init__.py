"""
Verbs about channels: where the organisation may publish at all.

`channel_details.py` says what can be told about a channel and checks it,
`addresses.py` writes the address of a page one way.  Every change is a new version;
a channel that is closed keeps its address, because what people answered is about
that channel and no other.  A group is a name for several channels that forms and
answers use.
"""

from service.usecases.channels.channel_details import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.channels.count_quota import QuotaLeft
from service.usecases.channels.get_channel_group import GroupWithChannels
from service.usecases.channels.group_details import GroupDetails
from service.usecases.channels.verbs import ChannelVerbs, channel_verbs

__all__ = [
    "ChannelDetails",
    "ChannelFacts",
    "ChannelPlace",
    "ChannelVerbs",
    "GroupDetails",
    "GroupWithChannels",
    "QuotaLeft",
    "channel_verbs",
]
