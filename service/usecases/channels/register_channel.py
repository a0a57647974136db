"""
Register a channel.
"""

from dataclasses import dataclass, replace

from service.decision.channels import Channel
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.channels import ChannelRecord
from service.usecases.caller import Caller
from service.usecases.channels.channel_details import (
    ChannelDetails,
    check_neighbours,
    checked_channel,
)
from service.usecases.desk import Desk
from service.usecases.details import entered
from service.usecases.plain import digest_of
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class RegisterChannel:
    """
    Register a channel.
    """

    desk: Desk

    def __call__(self, caller: Caller, details: ChannelDetails) -> ChannelRecord:
        """
        Enter a channel and give it as recorded; nobody has answered for it yet.

        Raises:
            NotAllowed: No `channels:write` scope for the channel's unit.
            InvalidInput: Something needed is missing or unusable.
            AlreadyExists: Another channel has the short name or the address.
        """
        caller = caller.narrowed(Scope.CHANNELS_WRITE)
        channel = entered(Channel, details.facts, id=self.desk.new_id())
        channel = replace(channel, checklist_version=int(bool(channel.checklist)))
        record = checked_channel(entered(ChannelRecord, details.place, channel=channel))
        caller.needs_in(Scope.CHANNELS_WRITE, channel.unit_id)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall(work, caller):
                return work.channels.get(made_before)
            check_neighbours(work, record.channel)
            version = work.channels.add(record, now, caller.actor.id)
            payload = {"channel_id": record.id, "version": version, "digest": digest_of(record)}
            self.desk.record.append(work, caller, EntryKind.CHANNEL_REGISTERED, now, payload)
            keep(work, caller, record.id, now)
            work.commit()
        return record
