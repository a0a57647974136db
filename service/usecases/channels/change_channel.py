"""
Change a channel.
"""

from dataclasses import dataclass, replace

from service.decision.channels import Channel
from service.decision.ids import ChannelId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.channels import ChannelRecord
from service.usecases.caller import Caller
from service.usecases.channels.channel_details import (
    ChannelDetails,
    check_neighbours,
    checked_channel,
)
from service.usecases.channels.channel_version import write_version
from service.usecases.desk import Desk
from service.usecases.details import changed
from service.usecases.ports.aftermath import Aftermath


@dataclass(frozen=True, slots=True)
class ChangeChannel:
    """
    Change a channel.
    """

    desk: Desk
    aftermath: Aftermath

    def __call__(
        self, caller: Caller, channel_id: ChannelId, details: ChannelDetails
    ) -> ChannelRecord:
        """
        Change what was told and give the channel as recorded.

        Where it means something else by now (seen by more, for more, of another kind),
        what is live or planned there is judged again; what lost its yes comes down.

        Raises:
            NotAllowed: No `channels:write` scope for the channel's unit.
            NotFound: There is no such channel.
            InvalidInput: Something told is unusable.
            AlreadyExists: Another channel has the short name or the address.
        """
        caller = caller.narrowed(Scope.CHANNELS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            before = work.channels.get(channel_id)
            channel = _next_checklist(before.channel, changed(before.channel, details.facts))
            after = checked_channel(replace(changed(before, details.place), channel=channel))
            check_neighbours(work, after.channel)
            kind = EntryKind.CHANNEL_CHANGED
            return write_version(self.desk, work, caller, before, after, kind, self.aftermath)


def _next_checklist(before: Channel, after: Channel) -> Channel:
    """
    Give the checklist a new number when its lines change (domain rule 18).
    """
    if before.checklist == after.checklist:
        return after
    return replace(after, checklist_version=before.checklist_version + 1)
