"""
Ask for hooks, for what is sent there, and for what carries it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.records.hooks import (
    ClaimedMessage,
    Hook,
    HookAttempt,
    HookDelivery,
    HookDeliveryId,
    HookEvent,
    HookId,
    HookMessage,
    HookParcel,
    HookReply,
    LockedHook,
)
from service.records.paging import Listing, Page


class Hooks(Protocol):
    """
    Hooks of one organisation, sealed.
    """

    def add(self, hook: Hook) -> None:
        """
        Write a hook.
        """
        ...

    def hearing(self, event: HookEvent) -> Sequence[HookId]:
        """
        Name the hooks that are told of an event; no seal is opened.
        """
        ...

    def lock(self) -> None:
        """
        Let nobody else change hooks until the end.
        """
        ...

    def get(self, hook_id: HookId) -> Hook | LockedHook:
        """
        Give a hook, or what stands open of it.

        Raises:
            NotFound: There is none.
        """
        ...

    def find(self, hook_id: HookId) -> Hook | LockedHook | None:
        """
        Find a hook, or what stands open of it.
        """
        ...

    def list_all(self) -> Sequence[Hook | LockedHook]:
        """
        Give every hook, the oldest first.
        """
        ...

    def replace(self, hook: Hook) -> None:
        """
        Write what is so of a hook from now on.
        """
        ...

    def drop(self, hook_id: HookId) -> None:
        """
        Delete a hook.
        """
        ...


class HookDeliveries(Protocol):
    """
    Messages of one organisation; each leaves if its transaction commits.
    """

    def add(self, message: HookMessage) -> None:
        """
        Write a message; it leaves once the transaction commits, else never.
        """
        ...

    def claim(self, now: datetime, until: datetime) -> ClaimedMessage | None:
        """
        Take the message that waited longest; nobody else may before *until*.
        """
        ...

    def settle(
        self,
        delivery_id: HookDeliveryId,
        attempt: HookAttempt,
        at: datetime,
        next_try_at: datetime | None,
    ) -> None:
        """
        Write down what a try came to, and when the next one is.
        """
        ...

    def renew(self, delivery_id: HookDeliveryId, at: datetime) -> None:
        """
        Have a message tried at once, and then as if it were new.
        """
        ...

    def get(self, delivery_id: HookDeliveryId) -> HookDelivery:
        """
        Give a message and what became of it.

        Raises:
            NotFound: There is none, or no longer.
        """
        ...

    def list_page(self, page: Page) -> Listing[HookDelivery]:
        """
        Give one page; filter: hook_id.
        """
        ...

    def drop_of(self, hook_id: HookId) -> int:
        """
        Delete the messages to a hook, sent or not; count them.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Delete messages that were settled before; count them.

        Some at a time: none is left once it gives 0.
        """
        ...


class HookWork(Protocol):
    """
    What a unit of work reaches of hooks.
    """

    @property
    def hooks(self) -> Hooks:
        """
        Reach the hooks.
        """
        ...

    @property
    def hook_deliveries(self) -> HookDeliveries:
        """
        Reach what is sent to them.
        """
        ...


class Messenger(Protocol):
    """
    Carry one message to its receiver, and tell what came of it.
    """

    def check(self, url: str) -> str:
        """
        Accept an address, and give its host.

        Raises:
            InvalidInput: Nothing is sent to such an address from here.
        """
        ...

    def carry(self, parcel: HookParcel) -> HookReply:
        """
        Try once; whatever goes wrong is a reply, not an exception.
        """
        ...


class NewSecret(Protocol):
    """
    Make what messages are signed with.
    """

    def __call__(self) -> str:
        """
        Give a new secret as Standard Webhooks writes it: `whsec_...`.
        """
        ...
