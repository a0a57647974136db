"""
Write another version of a channel with its ledger line.
"""

from datetime import datetime

from service.decision.channels import Channel
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.channels import ChannelRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import differences, digest_of
from service.usecases.ports.work import UnitOfWork


def write_version(
    desk: Desk,
    work: UnitOfWork,
    caller: Caller,
    before: ChannelRecord,
    after: ChannelRecord,
    kind: EntryKind,
) -> ChannelRecord:
    """
    Write *after* as the next version of *before*, if they differ.

    Raises:
        NotAllowed: No `channels:write` scope for its unit, before or after.
    """
    for each in (before, after):
        caller.needs_in(Scope.CHANNELS_WRITE, each.channel.unit_id)
    if after == before:
        return before
    now: datetime = desk.now_alone(work)
    version = work.channels.add(after, now, caller.actor.id)
    payload = {
        "channel_id": after.id,
        "version": version,
        "changed": _changed(before, after),
        "digest": digest_of(after),
    }
    desk.record.append(work, caller, kind, now, payload)
    work.commit()
    return after


def _changed(before: ChannelRecord, after: ChannelRecord) -> list[str]:
    """
    Name the fields that differ, those of the channel by their own names.
    """
    of_place = [name for name in differences(before, after) if name != "channel"]
    facts: tuple[Channel, Channel] = before.channel, after.channel
    return sorted([*of_place, *differences(*facts)])
