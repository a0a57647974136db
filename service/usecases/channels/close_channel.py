"""
Close a channel.
"""

from dataclasses import dataclass, replace

from service.decision.ids import ChannelId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.channels import ChannelRecord
from service.usecases.caller import Caller
from service.usecases.channels.channel_version import write_version
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class CloseChannel:
    """
    Close a channel.
    """

    desk: Desk

    def __call__(self, caller: Caller, channel_id: ChannelId) -> ChannelRecord:
        """
        Take a channel out of the register: nothing may be published there.

        Its short name and address stay its own.  Registered anew they would be
        another channel, and a no to this one would not reach it.  Closing it
        again changes nothing.

        Raises:
            NotAllowed: No `channels:write` scope for the channel's unit.
            NotFound: There is no such channel.
        """
        caller = caller.narrowed(Scope.CHANNELS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            before = work.channels.get(channel_id)
            after = replace(before, channel=replace(before.channel, closed=True))
            return write_version(self.desk, work, caller, before, after, EntryKind.CHANNEL_CLOSED)
