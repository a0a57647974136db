"""
Give one channel.
"""

from dataclasses import dataclass

from service.decision.ids import ChannelId
from service.decision.powers import Scope
from service.records.channels import ChannelRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GetChannel:
    """
    Give one channel.
    """

    desk: Desk

    def __call__(self, caller: Caller, channel_id: ChannelId) -> ChannelRecord:
        """
        Give the channel as it is now.

        Raises:
            NotAllowed: The caller has no `channels:read` scope.
            NotFound: There is no such channel.
        """
        caller.needs(Scope.CHANNELS_READ)
        with self.desk.database.glance(caller.organisation_id) as work:
            return work.channels.get(channel_id)
