"""
Keep messages to hooks, and for a while what became of them.
"""

from datetime import datetime

from service.errors import NotFound
from service.persistence.statements import Row
from service.persistence.stores import hook_statements as statements
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
        self._make_due(message.id, message.happened_at, tries=0)

    def claim(self, now: datetime, until: datetime) -> ClaimedMessage | None:
        """
        Take the message that waited longest; nobody else may before *until*.

        A worker that dies on the way leaves it to whoever looks after *until*: so a
        message may be sent twice, never not at all, and each time under the same id.
        """
        self._transaction.lock("hook deliveries")
        row = self._transaction.first(statements.NEXT, now=now)
        if row is None:
            return None
        delivery_id, tries = HookDeliveryId(row[0]), int(row[1]) + 1
        self._transaction.run(statements.NO_LONGER_DUE, delivery_id=delivery_id)
        self._make_due(delivery_id, until, tries)
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
        self._transaction.lock("hook deliveries")
        if self._transaction.first(statements.ONE, id=delivery_id) is None:
            return
        row = self._transaction.first(statements.TRIES, delivery_id=delivery_id)
        tries = int(row[0]) if row and attempt.outcome is not HookOutcome.RENEWED else 0
        self._transaction.run(statements.NO_LONGER_DUE, delivery_id=delivery_id)
        if next_try_at is not None:
            self._make_due(delivery_id, next_try_at, tries)
        last = self._transaction.number(statements.LAST_NUMBER, delivery_id=delivery_id)
        told = {
            "delivery_id": delivery_id,
            "number": last + 1,
            "outcome": attempt.outcome.value,
            "detail": attempt.detail,
            "attempted_at": at,
        }
        self._transaction.append(statements.ADD_ATTEMPT, told)

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
        self._transaction.lock("hook deliveries")
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
            self._transaction.run(statements.NO_LONGER_DUE, delivery_id=delivery_id)
            self._transaction.run(statements.DROP_ATTEMPTS, delivery_id=delivery_id)
            self._transaction.run(statements.DROP, id=delivery_id)
        return len(found)

    def _make_due(self, delivery_id: HookDeliveryId, due_at: datetime, tries: int) -> None:
        row = {"delivery_id": delivery_id, "due_at": due_at, "tries": tries}
        self._transaction.append(statements.ADD_DUE, row)


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
