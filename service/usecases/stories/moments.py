"""
Read moments out of the log: what happened, when, through whom.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.decision.ids import ChannelId
from service.records.ledger import StoredLeaf
from service.usecases.ports.work import UnitOfWork

Channels = Mapping[str, str]
"""The names of channels by their ids."""


@dataclass(frozen=True, slots=True)
class Moment:
    """
    One entry of the log, ready to be told.
    """

    index: int
    at: datetime
    """When the registry learned it."""
    kind: str
    actor_kind: str
    payload: Mapping[str, Any]
    where: tuple[str, ...] = ()
    """The channels it is about, by name; none where it is about all or no channel."""
    signed: tuple[str, str] | None = None
    """From when to when it may have been signed."""

    @property
    def speaks_of(self) -> datetime:
        """
        Give the instant that it is about, maybe long before it was known.
        """
        if self.signed is not None:
            return datetime.fromisoformat(self.signed[1])
        for part, name in (("publication", "published_at"), ("event", "happened_at")):
            told = self.payload.get(part)
            if isinstance(told, Mapping) and told.get(name):
                return datetime.fromisoformat(told[name])
        return self.at


def moments_of(work: UnitOfWork, leaves: Iterable[StoredLeaf]) -> tuple[Moment, ...]:
    """
    Give a moment for each leaf whose entry is there, in order.
    """
    entries = [(each.index, _entry_of(each)) for each in leaves]
    told = [(index, entry) for index, entry in entries if entry is not None]
    channels = _names_of(work, {each for _, entry in told for each in _channels(entry)})
    return tuple(_moment(index, entry, channels) for index, entry in told)


def _entry_of(leaf: StoredLeaf) -> dict[str, Any] | None:
    """
    Read the entry of a leaf; None once it was erased.
    """
    if leaf.entry is None:
        return None
    entry: dict[str, Any] = json.loads(leaf.entry)
    return entry


def _moment(index: int, entry: Mapping[str, Any], channels: Channels) -> Moment:
    act = entry["payload"].get("act")
    signed = (act["signed_from"], act["signed_until"]) if isinstance(act, Mapping) else None
    return Moment(
        index=index,
        at=datetime.fromisoformat(entry["recorded_at"]),
        kind=entry["kind"],
        actor_kind=entry["actor"]["kind"],
        payload=entry["payload"],
        where=tuple(sorted(channels.get(each, each) for each in _channels(entry))),
        signed=signed,
    )


def _channels(entry: Mapping[str, Any]) -> Iterator[str]:
    """
    Give the channels that an entry names, however it is made.
    """
    payload = entry["payload"]
    act, publication = payload.get("act"), payload.get("publication")
    if isinstance(act, Mapping):
        yield from act.get("channel_ids", ())
    if isinstance(publication, Mapping):
        yield publication["channel_id"]
    if entry["kind"] == "check:answered":
        yield from payload["outcome"].get("channels", ())


def _names_of(work: UnitOfWork, channel_ids: Iterable[str]) -> Channels:
    found = {each: work.channels.find(ChannelId(each)) for each in channel_ids}
    return {each: record.channel.name for each, record in found.items() if record is not None}
