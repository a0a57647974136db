"""
Keep what is to leave until it left: letters, and messages to hooks.

What waits stands in a table of what is due, with an instant and the tries so far.  A
worker that claims one makes it due again at the end of a lease, carries it outside of
any transaction, and settles it: one that dies on the way leaves it to whoever looks after
the lease.  So it may be sent twice, never not at all, and each time under the same id.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    func,
    select,
)

from service.persistence.queries import mine
from service.persistence.schema.instants import Instant
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction

_NOW = bindparam("now", type_=Instant())
_BEFORE = bindparam("before", type_=Instant())


class Leaving:
    """
    The statements of one kind of what leaves.
    """

    def __init__(self, kept: Table, attempts: Table, due: Table, key: str) -> None:
        """
        Read of *kept*, by *key* in what was tried and in what is *due*.
        """
        self.key, self._kept, self._attempts, self._due = key, kept, attempts, due
        self.add_attempt, self.add_due = inserting(attempts), inserting(due)
        self.waiting = Prepared(
            select(due.c.organisation_id).where(due.c.due_at <= _NOW).distinct()
        )
        self.next = Prepared(
            select(due.c[key], due.c.tries)
            .where(mine(due), due.c.due_at <= _NOW)
            .order_by(due.c.due_at, due.c[key])
            .limit(1)
        )
        self.tries = Prepared(select(due.c.tries).where(mine(due, key)))
        self.no_longer_due = Prepared(delete(due).where(mine(due, key)))
        self.last_number = Prepared(select(func.max(attempts.c.number)).where(mine(attempts, key)))

    def still_due(self) -> ColumnElement[bool]:
        """
        Keep to what is due of what is kept.
        """
        return self._is_of(self._due, self._kept, "id")

    def told(self, *columns: ColumnElement[Any]) -> Select[Any]:
        """
        Select *columns*, and what became of it.

        That is outcome, detail and instant of the last try, and when the next one is.
        """
        attempts, newer = self._attempts, self._attempts.alias()
        last = select(func.max(newer.c.number)).where(self._is_of(newer, self._kept, "id"))
        is_last = and_(
            self._is_of(attempts, self._kept, "id"), attempts.c.number == last.scalar_subquery()
        )
        came_to = (attempts.c.outcome, attempts.c.detail, attempts.c.attempted_at)
        return (
            select(*columns, *came_to, self._due.c.due_at)
            .select_from(self._kept)
            .outerjoin(attempts, is_last)
            .outerjoin(self._due, self.still_due())
        )

    def is_over(self, table: Table, key: str) -> ColumnElement[bool]:
        """
        Keep to what neither waits nor was tried since the parameter `before`.
        """
        tried = exists().where(
            self._is_of(self._attempts, table, key), self._attempts.c.attempted_at >= _BEFORE
        )
        return and_(~tried, ~exists().where(self._is_of(self._due, table, key)))

    def _is_of(self, table: FromClause, other: Table, key: str) -> ColumnElement[bool]:
        return and_(
            table.c.organisation_id == other.c.organisation_id, table.c[self.key] == other.c[key]
        )


class Departures:
    """
    What leaves of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction, leaving: Leaving, name: str) -> None:
        """
        Work in *transaction*; one at a time holds the lock of this *name*.
        """
        self._transaction, self._leaving, self._name = transaction, leaving, name

    def lock(self) -> None:
        """
        Let nobody else claim or settle until we end.
        """
        self._transaction.lock(self._name)

    def make_due(self, record_id: str, due_at: datetime, tries: int = 0) -> None:
        """
        Have something leave at an instant.
        """
        row = {self._leaving.key: record_id, "due_at": due_at, "tries": tries}
        self._transaction.append(self._leaving.add_due, row)

    def cancel(self, record_id: str) -> None:
        """
        Have something leave no more.
        """
        self._transaction.run(self._leaving.no_longer_due, **{self._leaving.key: record_id})

    def is_due(self, record_id: str) -> bool:
        """
        Tell whether something is still to leave.
        """
        return self._tries(record_id) is not None

    def claim(self, now: datetime, until: datetime) -> tuple[str, int] | None:
        """
        Take what waited longest, with its tries, this one counted.

        Nobody else may before *until*.
        """
        self.lock()
        row = self._transaction.first(self._leaving.next, now=now)
        if row is None:
            return None
        record_id, tries = str(row[0]), int(row[1]) + 1
        self.cancel(record_id)
        self.make_due(record_id, until, tries)
        return record_id, tries

    def wait(self, record_id: str, until: datetime) -> None:
        """
        Let something that was claimed wait longer: it was not tried.
        """
        self.lock()
        tries = self._tries(record_id)
        if tries is not None:
            self.cancel(record_id)
            self.make_due(record_id, until, max(tries - 1, 0))

    def settle(
        self,
        record_id: str,
        outcome: StrEnum,
        detail: str,
        at: datetime,
        next_try_at: datetime | None,
    ) -> None:
        """
        Write down what a try came to, and when the next one is.

        What was settled meanwhile by somebody else, or erased, does not wait again, nor is
        it said to.
        """
        self.lock()
        tries = self._tries(record_id)
        if tries is None and next_try_at is not None:
            return
        if tries is not None:
            self.cancel(record_id)
            if next_try_at is not None:
                self.make_due(record_id, next_try_at, tries)
        of_it = {self._leaving.key: record_id}
        attempt = {
            **of_it,
            "number": self._transaction.number(self._leaving.last_number, **of_it) + 1,
            "outcome": outcome.value,
            "detail": detail,
            "attempted_at": at,
        }
        self._transaction.append(self._leaving.add_attempt, attempt)

    def renew(self, record_id: str, outcome: StrEnum, at: datetime) -> None:
        """
        Have something tried at once, and then as if it were new.
        """
        self.settle(record_id, outcome, "", at, None)
        self.make_due(record_id, at)

    def _tries(self, record_id: str) -> int | None:
        row = self._transaction.first(self._leaving.tries, **{self._leaving.key: record_id})
        return None if row is None else int(row[0])
