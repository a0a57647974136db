"""
Change a group of channels.
"""

from dataclasses import dataclass

from service.decision.ids import GroupId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.channels import ChannelGroup
from service.usecases.caller import Caller
from service.usecases.channels.group_details import GroupDetails, checked_group
from service.usecases.desk import Desk
from service.usecases.details import changed
from service.usecases.plain import differences, digest_of


@dataclass(frozen=True, slots=True)
class ChangeChannelGroup:
    """
    Change a group of channels.
    """

    desk: Desk

    def __call__(self, caller: Caller, group_id: GroupId, details: GroupDetails) -> ChannelGroup:
        """
        Change what was told and give the group as recorded.

        Raises:
            NotAllowed: The caller has no `channels:write` scope.
            NotFound: There is no such group.
            InvalidInput: Something told is unusable.
            AlreadyExists: Another group has the short name.
        """
        caller.needs_in(Scope.CHANNELS_WRITE, None)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before = work.channel_groups.get(group_id)
            group = checked_group(changed(before, details))
            if group == before:
                return before
            version = work.channel_groups.add(group, now, caller.actor.id)
            payload = {
                "group_id": group.id,
                "version": version,
                "changed": differences(before, group),
                "digest": digest_of(group),
            }
            kind = EntryKind.CHANNEL_GROUP_CHANGED
            self.desk.record.append(work, caller, kind, now, payload)
            work.commit()
        return group
