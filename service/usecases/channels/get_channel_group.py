"""
Give one group of channels.
"""

from dataclasses import dataclass

from service.decision.ids import GroupId
from service.decision.powers import Scope
from service.records.channels import ChannelGroup, ChannelRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GroupWithChannels:
    """
    A group and the channels that belong to it now.
    """

    group: ChannelGroup
    channels: tuple[ChannelRecord, ...]


@dataclass(frozen=True, slots=True)
class GetChannelGroup:
    """
    Give one group of channels.
    """

    desk: Desk

    def __call__(self, caller: Caller, group_id: GroupId) -> GroupWithChannels:
        """
        Give the group with the channels that belong to it now.

        Raises:
            NotAllowed: The caller has no `channels:read` scope.
            NotFound: There is no such group.
        """
        caller.needs(Scope.CHANNELS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            group = work.channel_groups.get(group_id)
            return GroupWithChannels(group, tuple(work.channels.list_in_group(group_id)))
