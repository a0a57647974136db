"""
How hooks and what is sent to them come in and go out.
"""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from service.api.wire import Incoming
from service.records.hooks import Hook, HookDelivery, HookEvent, HookOutcome
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
    """

    id: str
    url: str
    events: list[HookEvent]
    registered_at: datetime
    disabled_at: datetime | None
    is_gone: bool

    @classmethod
    def of(cls, hook: Hook) -> "HookOut":
        """
        Show a hook.
        """
        return cls(
            id=hook.id,
            url=hook.url,
            events=sorted(hook.events),
            registered_at=hook.registered_at,
            disabled_at=hook.disabled_at,
            is_gone=hook.is_gone,
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
