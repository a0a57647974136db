"""
Say what an engine must do for a transaction.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from hashlib import blake2b
from typing import Protocol

from sqlalchemy import Dialect

from service.persistence.statements import Row


class Cursor(Protocol):
    """
    What a driver gives back for a statement.
    """

    @property
    def rowcount(self) -> int:
        """
        Count the rows that were changed.
        """
        ...

    def fetchall(self) -> Iterable[Row]:
        """
        Give every row.
        """
        ...


class Session(Protocol):
    """
    One open transaction on one connection.
    """

    @property
    def dialect(self) -> Dialect:
        """
        Give the dialect in which statements must be written.
        """
        ...

    def execute(self, sql: str, values: Sequence[object]) -> Cursor:
        """
        Run one statement.
        """
        ...

    def execute_later(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """
        Run one statement for each of *rows*, before the next one or the commit.

        Where that saves a round trip its failure is raised only then.
        """
        ...

    def lock(self, number: int, *, shared: bool) -> None:
        """
        Take this lock, with the next statement at the latest, to the end.
        """
        ...

    def wait(self) -> None:
        """
        Wait until every lock that was asked for is held.
        """
        ...

    def try_lock(self, number: int) -> bool:
        """
        Take the lock if nobody holds it.
        """
        ...

    def commit(self) -> None:
        """
        Make everything durable, or raise.
        """
        ...

    def close(self) -> None:
        """
        Roll back what was not committed and give the connection back.
        """
        ...


class Engine(Protocol):
    """
    A storage engine with its pool of connections.
    """

    def open(self, organisation_id: str, *, writable: bool) -> Session:
        """
        Begin a transaction for one organisation.
        """
        ...

    def glance(self, organisation_id: str) -> Session:
        """
        Begin what is one statement only, and reads.
        """
        ...

    @property
    def has_one_writer(self) -> bool:
        """
        Tell whether transactions that write run one after the other anyway.
        """
        ...

    def together(self) -> AbstractContextManager[None]:
        """
        Let the transactions of this thread share one wait for the disk.

        Their `commit` then promises nothing yet; leaving the block does, or raises.
        """
        ...

    def dispose(self) -> None:
        """
        Close every connection.
        """
        ...


def lock_number(*names: str) -> int:
    """
    Give the number by which an engine knows the lock called *names*.

    Two names with one number (1 in 2^64) only wait for each other needlessly.
    """
    digest = blake2b("\0".join(names).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
