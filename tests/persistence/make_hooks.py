"""
Write hooks, and messages to them.
"""

from datetime import datetime

from service.records.hooks import (
    Hook,
    HookDeliveryId,
    HookEvent,
    HookId,
    HookMessage,
    HookSecret,
)
from tests.persistence.ground import NOW


def make_hook(name: str = "cms", *events: HookEvent) -> Hook:
    """
    Write a hook that is told of takedowns, or of what is named.
    """
    return Hook(
        id=HookId(f"hook-{name}"),
        url=f"https://{name}.jacinthes.example/obstat?token=geheim",
        events=frozenset(events or (HookEvent.TAKEDOWN_OPENED,)),
        registered_at=NOW,
        secrets=(HookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),),
    )


def make_message(name: str = "one", hook: str = "cms", at: datetime = NOW) -> HookMessage:
    """
    Write a message about a takedown.
    """
    return HookMessage(
        id=HookDeliveryId(f"delivery-{name}"),
        hook_id=HookId(f"hook-{hook}"),
        event=HookEvent.TAKEDOWN_OPENED,
        happened_at=at,
        body='{"type":"takedown.opened"}',
    )
