"""
Keep messages to hooks, and for a while what became of them.
"""

from datetime import datetime

from service.errors import NotFound
from service.persistence.statements import Row
from service.persistence.stores import hook_statements as statements
from service.persistence.stores.leaving import Departures
from service.persistence.transaction import Transaction
from service.records.hooks import (
    ClaimedMessage,
    HookAttempt,
    HookDelivery,
    HookDeliveryId,
    HookEvent,
    HookId,
    HookMessage,
    HookOutcome,
)
from service.records.paging import Listing, Page


class SqlHookDeliveries:
    """
    The messages of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction
        self._departures = Departures(transaction, statements.LEAVING, "hook deliveries")

    def add(self, message: HookMessage) -> None:
        """
        Write a message; it leaves once the transaction commits, else never.
        """
        row = {
            "id": message.id,
            "hook_id": message.hook_id,
            "event": message.event.value,
            "happened_at": message.happened_at,
            "body": message.body,
        }
        self._transaction.append(statements.ADD, row)
        self._departures.make_due(message.id, message.happened_at)

    def claim(self, now: datetime, until: datetime) -> ClaimedMessage | None:
        """
        Take the message that waited longest; nobody else may before *until*.
        """
        claimed = self._departures.claim(now, until)
        if claimed is None:
            return None
        delivery_id, tries = HookDeliveryId(claimed[0]), claimed[1]
        return ClaimedMessage(self.get(delivery_id).message, tries)

    def settle(
        self,
        delivery_id: HookDeliveryId,
        attempt: HookAttempt,
        at: datetime,
        next_try_at: datetime | None,
    ) -> None:
        """
        Write down what a try came to, and when the next one is.

        What was deleted meanwhile is past telling.
        """
        self._departures.lock()
        if self._transaction.first(statements.ONE, id=delivery_id) is not None:
            self._departures.settle(delivery_id, attempt.outcome, attempt.detail, at, next_try_at)

    def renew(self, delivery_id: HookDeliveryId, at: datetime) -> None:
        """
        Have a message tried at once, and then as if it were new.
        """
        self._departures.renew(delivery_id, HookOutcome.RENEWED, at)

    def get(self, delivery_id: HookDeliveryId) -> HookDelivery:
        """
        Give a message and what became of it.

        Raises:
            NotFound: There is none, or no longer.
        """
        row = self._transaction.first(statements.ONE, id=delivery_id)
        if row is None:
            raise NotFound("There is no such delivery.")
        return _delivery(row)

    def list_page(self, page: Page) -> Listing[HookDelivery]:
        """
        Give one page; filter: hook_id.
        """
        rows, next_after = statements.PAGES.read(self._transaction, page)
        return Listing(tuple(map(_delivery, rows)), next_after)

    def drop_of(self, hook_id: HookId) -> int:
        """
        Delete the messages to a hook, sent or not; count them.
        """
        self._departures.lock()
        return self._drop(self._transaction.all(statements.OF_HOOK, hook_id=hook_id))

    def forget(self, before: datetime) -> int:
        """
        Delete messages that were settled before; count them.

        Some at a time: none is left once it gives 0.
        """
        limit = statements.FORGOTTEN_AT_ONCE
        return self._drop(self._transaction.all(statements.OLD, before=before, limit=limit))

    def _drop(self, found: list[Row]) -> int:
        for (delivery_id,) in found:
            self._departures.cancel(delivery_id)
            self._transaction.run(statements.DROP_ATTEMPTS, delivery_id=delivery_id)
            self._transaction.run(statements.DROP, id=delivery_id)
        return len(found)


def _delivery(row: Row) -> HookDelivery:
    """
    Read a message and what became of it.
    """
    message = HookMessage(
        id=HookDeliveryId(row[0]),
        hook_id=HookId(row[1]),
        event=HookEvent(row[2]),
        happened_at=row[3],
        body=row[4],
    )
    return HookDelivery(
        message=message,
        outcome=HookOutcome(row[5]) if row[5] else None,
        detail=row[6] or "",
        last_tried_at=row[7],
        next_try_at=row[8],
    )
