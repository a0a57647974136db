"""
Hold the verbs about channels and their groups.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.usecases.channels.change_channel import ChangeChannel
from service.usecases.channels.change_channel_group import ChangeChannelGroup
from service.usecases.channels.close_channel import CloseChannel
from service.usecases.channels.count_quota import CountQuota
from service.usecases.channels.create_channel_group import CreateChannelGroup
from service.usecases.channels.get_channel import GetChannel
from service.usecases.channels.get_channel_group import GetChannelGroup
from service.usecases.channels.get_channel_history import GetChannelHistory
from service.usecases.channels.list_channel_groups import ListChannelGroups
from service.usecases.channels.list_channels import ListChannels
from service.usecases.channels.register_channel import RegisterChannel
from service.usecases.channels.reopen_channel import ReopenChannel
from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelVerbs:
    """
    Every such verb as a field: `registry.channels.register_channel`.
    """

    register_channel: RegisterChannel
    change_channel: ChangeChannel
    close_channel: CloseChannel
    reopen_channel: ReopenChannel
    get_channel: GetChannel
    get_channel_history: GetChannelHistory
    count_quota: CountQuota
    list_channels: ListChannels
    create_channel_group: CreateChannelGroup
    change_channel_group: ChangeChannelGroup
    get_channel_group: GetChannelGroup
    list_channel_groups: ListChannelGroups


def channel_verbs(desk: Desk, aftermath: Aftermath, law: Jurisdictions) -> ChannelVerbs:
    """
    Give each verb its ports.
    """
    return ChannelVerbs(
        register_channel=RegisterChannel(desk),
        change_channel=ChangeChannel(desk, aftermath),
        close_channel=CloseChannel(desk),
        reopen_channel=ReopenChannel(desk),
        get_channel=GetChannel(desk),
        get_channel_history=GetChannelHistory(desk),
        count_quota=CountQuota(desk, law),
        list_channels=ListChannels(desk),
        create_channel_group=CreateChannelGroup(desk),
        change_channel_group=ChangeChannelGroup(desk),
        get_channel_group=GetChannelGroup(desk),
        list_channel_groups=ListChannelGroups(desk),
    )
