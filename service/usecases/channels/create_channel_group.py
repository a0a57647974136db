"""
Create a group of channels.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.channels import ChannelGroup
from service.usecases.caller import Caller
from service.usecases.channels.group_details import GroupDetails, checked_group
from service.usecases.desk import Desk
from service.usecases.details import entered
from service.usecases.plain import digest_of
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class CreateChannelGroup:
    """
    Create a group of channels.
    """

    desk: Desk

    def __call__(self, caller: Caller, details: GroupDetails) -> ChannelGroup:
        """
        Enter a group and give it as recorded; channels join it one by one.

        Raises:
            NotAllowed: The caller has no `channels:write` scope.
            InvalidInput: Something needed is missing or unusable.
            AlreadyExists: Another group has the short name.
        """
        caller.needs_in(Scope.CHANNELS_WRITE, None)
        group = checked_group(entered(ChannelGroup, details, id=self.desk.new_id()))
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            if made_before := recall(work, caller):
                return work.channel_groups.get(made_before)
            version = work.channel_groups.add(group, now, caller.actor.id)
            payload = {"group_id": group.id, "version": version, "digest": digest_of(group)}
            kind = EntryKind.CHANNEL_GROUP_CREATED
            self.desk.record.append(work, caller, kind, now, payload)
            keep(work, caller, group.id, now)
            work.commit()
        return group
