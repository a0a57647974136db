"""
Write another version of a channel with its ledger line.
"""

from datetime import datetime

from service.decision.channels import Channel
from service.decision.meaning import reaches_otherwise
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.channels import ChannelRecord
from service.records.facts import Wanted
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import differences, digest_of
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork


def write_version(
    desk: Desk,
    work: UnitOfWork,
    caller: Caller,
    before: ChannelRecord,
    after: ChannelRecord,
    kind: EntryKind,
    aftermath: Aftermath | None = None,
) -> ChannelRecord:
    """
    Write *after* as the next version of *before*, if they differ.

    Args:
        aftermath: Sees to what is live there, where other answers or holds reach it by now.

    Raises:
        NotAllowed: No `channels:write` scope for its unit, before or after.
    """
    for each in (before, after):
        caller.needs_in(Scope.CHANNELS_WRITE, each.channel.unit_id)
    if after == before:
        return before
    now: datetime = desk.now_alone(work)
    is_another = reaches_otherwise(before.channel, after.channel)
    stood = _ruling(work, before, now) if is_another else before.channel
    version = work.channels.add(after, now, caller.actor.id)
    payload = {
        "channel_id": after.id,
        "version": version,
        "changed": _changed(before, after),
        "digest": digest_of(after),
    }
    desk.record.append(work, caller, kind, now, payload)
    if aftermath is not None and is_another:
        aftermath.of_channel(work, caller, stood)
    work.commit()
    return after


def _ruling(work: UnitOfWork, record: ChannelRecord, now: datetime) -> Channel:
    """
    Give a channel as the rules see it: earlier versions leave something.
    """
    wanted = Wanted(at=now, known_at=now, channel_ids=frozenset({record.channel.id}))
    return work.facts.gather(wanted).channel(record.channel.id)


def _changed(before: ChannelRecord, after: ChannelRecord) -> list[str]:
    """
    Name the fields that differ, those of the channel by their own names.
    """
    of_place = [name for name in differences(before, after) if name != "channel"]
    facts: tuple[Channel, Channel] = before.channel, after.channel
    return sorted([*of_place, *differences(*facts)])
