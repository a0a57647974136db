"""
Give every version of a channel.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.ids import ChannelId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.channels import ChannelRecord
from service.records.paging import Versioned
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GetChannelHistory:
    """
    Give every version of a channel.
    """

    desk: Desk

    def __call__(self, caller: Caller, channel_id: ChannelId) -> Sequence[Versioned[ChannelRecord]]:
        """
        Give what was known of a channel, when and through whom, oldest first.

        Raises:
            NotAllowed: The caller has no `channels:read` scope.
            NotFound: There is no such channel.
        """
        caller.needs(Scope.CHANNELS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            versions = work.channels.history(channel_id)
        if not versions:
            raise NotFound("There is no such channel.")
        return versions
