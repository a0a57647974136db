"""
Give a hook, and what it was told, as its pages show them.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from service.records.hooks import Hook, HookEvent, HookId, HookMessage, LockedHook

_PAGES: Final = (("complaint_id", "/complaints/"), ("publication_id", "/publications/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HookCard:
    """
    A hook without what opens doors elsewhere.

    An address may hold a token behind its question mark: whoever looks over a shoulder
    does not read it.
    """

    id: HookId
    place: str
    """The house where it leads; empty: that is sealed, and the log is not signed yet."""
    events: Sequence[HookEvent]
    """In the order in which they are asked."""
    address: str = ""
    """Up to its question mark."""
    has_more: bool = False
    """There is a part that is not shown."""
    registered_at: datetime | None = None
    disabled_at: datetime | None = None
    is_gone: bool = False
    is_locked: bool = False

    @property
    def is_paused(self) -> bool:
        """
        Tell whether it is told nothing just now.
        """
        return self.disabled_at is not None


def card_of(hook: Hook | LockedHook) -> HookCard:
    """
    Give what is shown of a hook; of one that is locked, what stands open.
    """
    events = [each for each in HookEvent if each in hook.events]
    if isinstance(hook, LockedHook):
        return HookCard(id=hook.id, place=hook.host, events=events, is_locked=True)
    address, mark, _ = hook.url.partition("?")
    return HookCard(
        id=hook.id,
        place=urlsplit(address).netloc,
        events=events,
        address=address,
        has_more=bool(mark),
        registered_at=hook.registered_at,
        disabled_at=hook.disabled_at,
        is_gone=hook.is_gone,
    )


def page_of(message: HookMessage) -> str:
    """
    Give the page of what a message tells of; empty: there is none any more.
    """
    told = json.loads(message.body)["data"]
    return next((page + told[name] for name, page in _PAGES if name in told), "")
