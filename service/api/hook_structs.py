"""
How hooks and what is sent to them come in and go out.
"""

from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta, Struct

from service.api.wire import Incoming
from service.records.hooks import Hook, HookDelivery, HookEvent, HookOutcome, LockedHook
from service.usecases.hooks import RegisteredHook

Url = Annotated[
    str,
    Meta(min_length=1, max_length=2000, examples=["https://cms.jacinthes.example/obstat"]),
]
Events = Annotated[list[HookEvent], Meta(min_length=1, max_length=50)]


class HookIn(Incoming, frozen=True, kw_only=True):
    """
    An address to register, and what it is told of.
    """

    url: Url
    events: Events


class HookChange(Incoming, frozen=True, kw_only=True):
    """
    What a hook is told of from now on.
    """

    events: Events


class HookOut(Struct, frozen=True, kw_only=True):
    """
    A hook; its secrets are not part of it.

    Of one that `is_locked` the seal does not open, since another key closed it: address,
    days and, where it was disabled, events lie under it.  Say it anew (PUT), or delete it.
    The log knows the host, once it is signed.
    """

    id: str
    url: str | None
    host: str
    events: list[HookEvent]
    registered_at: datetime | None
    disabled_at: datetime | None
    is_gone: bool
    is_locked: bool

    @classmethod
    def of(cls, hook: Hook | LockedHook) -> "HookOut":
        """
        Show a hook, or what stands open of it.
        """
        if isinstance(hook, LockedHook):
            return cls(
                id=hook.id,
                url=None,
                host=hook.host,
                events=sorted(hook.events),
                registered_at=None,
                disabled_at=None,
                is_gone=False,
                is_locked=True,
            )
        return cls(
            id=hook.id,
            url=hook.url,
            host=urlsplit(hook.url).hostname or "",
            events=sorted(hook.events),
            registered_at=hook.registered_at,
            disabled_at=hook.disabled_at,
            is_gone=hook.is_gone,
            is_locked=False,
        )


class RegisteredHookOut(Struct, frozen=True):
    """
    A hook with its new secret, which is shown this once.
    """

    hook: HookOut
    secret: str

    @classmethod
    def of(cls, registered: RegisteredHook) -> "RegisteredHookOut":
        """
        Show a new secret.
        """
        return cls(HookOut.of(registered.hook), registered.secret)


class HooksOut(Struct, frozen=True):
    """
    Every hook, the oldest first.
    """

    items: list[HookOut]


class HookDeliveryOut(Struct, frozen=True, kw_only=True):
    """
    A message, and what became of it; never what the receiver said.
    """

    id: str
    event: HookEvent
    happened_at: datetime
    body: str
    outcome: HookOutcome | None
    detail: str
    last_tried_at: datetime | None
    next_try_at: datetime | None

    @classmethod
    def of(cls, delivery: HookDelivery) -> "HookDeliveryOut":
        """
        Show a message.
        """
        message = delivery.message
        return cls(
            id=message.id,
            event=message.event,
            happened_at=message.happened_at,
            body=message.body,
            outcome=delivery.outcome,
            detail=delivery.detail,
            last_tried_at=delivery.last_tried_at,
            next_try_at=delivery.next_try_at,
        )
