"""
Group commit: writers of one process share one wait for the disk.

SQLite has one writer, and at full durability each commit waits for the disk.  So
units of work that queue for the writer's turn run one after the other on one
connection, each inside a savepoint of its own, and the last one in the queue commits
for all.  Nobody is told "recorded" before that commit has returned: `leave` waits for
it, and raises for everybody when it fails.  A thread that makes several units for
several people may wait once for all of them (`together`), before it tells anybody.

What one unit rolls back touches no other.  A unit sees what earlier units of its
group wrote; they become durable together or not at all.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Event, local

from service.errors import Unavailable

MAX_UNITS = 32
"""A commit waits for at most so many units."""


class Group:
    """
    Units of work that are made durable together.
    """

    __slots__ = ("ended", "error", "kept", "units")

    def __init__(self) -> None:
        """
        Begin with no unit.
        """
        self.units = 0
        self.kept = 0
        """How many of them want to be made durable; the others were rolled back."""
        self.ended = Event()
        self.error: sqlite3.Error | None = None


class Joined(local):
    """
    Hold the groups a thread has yet to wait for; None: it waits at once.
    """

    groups: list[Group] | None = None


class WriterQueue:
    """
    The one writing connection of a SQLite file, and the queue before it.
    """

    def __init__(
        self, connect: Callable[[], sqlite3.Connection], on_lost: Callable[[], None], seconds: float
    ) -> None:
        """
        Open the connection when it is first needed.

        Args:
            on_lost: Hears that units failed to commit which others may have seen.

            seconds: How long a unit waits for its turn.
        """
        self._connect, self._on_lost, self._seconds = connect, on_lost, seconds
        self._gate = Condition()
        self._waiting = 0
        self._holding = 0
        self._joined = Joined()
        self._busy = False
        self._connection: sqlite3.Connection | None = None
        self._group: Group | None = None

    def enter(self) -> sqlite3.Connection:
        """
        Wait for the turn and begin a unit.

        Raises:
            Unavailable: The turn did not come in time.
        """
        with self._gate:
            if self._busy:
                self._wait()
            self._busy = True
        begun = False
        try:
            connection = self._begin()
            begun = True
        finally:
            if not begun:
                self._pass_on(self._group)
        return connection

    def _wait(self) -> None:
        """
        Wait until nobody has the turn.
        """
        self._waiting += 1
        came = self._gate.wait_for(lambda: not self._busy, self._seconds)
        self._waiting -= 1
        if not came:
            raise Unavailable("The storage is busy with other writers.")

    def leave(self, *, keep: bool) -> None:
        """
        End the unit; return when what it wrote and what it saw is durable.

        A unit that wrote nothing may have seen what one before it did, such as the
        publication that its idempotency key made: nobody may be told of that yet.

        Raises:
            sqlite3.Error: Nothing of the group was kept.
        """
        group, connection = self._group, self._connection
        if group is None or connection is None:
            raise Unavailable("No unit of work is open.")
        try:
            if not keep:
                connection.execute("ROLLBACK TO unit")
            connection.execute("RELEASE unit")
            group.kept += keep
        except sqlite3.Error as error:
            group.error = group.error or error  # a full disk has ended the transaction
        group.units += 1
        must_wait = group.kept > 0
        if must_wait and self._joined.groups is not None:
            self._joined.groups.append(group)
            must_wait = False
        self._pass_on(group)
        if must_wait:
            _wait_for(group)

    @contextmanager
    def together(self) -> Iterator[None]:
        """
        Let this thread's units share a commit, and wait for it at the end only.

        Nobody may be told of what a unit did before this has returned.

        Raises:
            sqlite3.Error: Some of the units were not kept.
        """
        joined: list[Group] = []
        self._joined.groups = joined
        with self._gate:
            self._holding += 1
        try:
            yield
        finally:
            self._joined.groups = None
            self._let_go()
        for group in joined:
            _wait_for(group)

    def _let_go(self) -> None:
        """
        Commit what waits for nobody else any more.
        """
        with self._gate:
            self._holding -= 1
            if self._busy or self._group is None:
                return  # whoever has the turn will see to it
            self._busy = True
        self._pass_on(self._group)

    def close(self) -> None:
        """
        Let the connection go; it is opened again when needed.
        """
        with self._gate:
            if self._connection is not None and not self._busy:
                self._connection.close()
                self._connection = None

    def _begin(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect()
        if self._group is None:
            # IMMEDIATE takes the write lock now: a deferred one that reads first
            # cannot write any more once somebody else did.
            self._connection.execute("BEGIN IMMEDIATE")
            self._group = Group()
        self._connection.execute("SAVEPOINT unit")
        return self._connection

    def _pass_on(self, group: Group | None) -> None:
        """
        Give the turn to the next unit, or commit when there is none.
        """
        with self._gate:
            goes_on = group is not None and group.error is None and group.units < MAX_UNITS
            if group is None or (goes_on and (self._waiting or self._holding)):
                self._release()
                return
        try:
            self._commit(group)
        finally:
            with self._gate:
                self._group = None
                self._release()
            group.ended.set()

    def _release(self) -> None:
        self._busy = False
        self._gate.notify()

    def _commit(self, group: Group) -> None:
        """
        Commit for everybody, or fail for everybody.
        """
        connection = self._connection
        if connection is None:
            return
        try:
            if group.error is None:
                connection.execute("COMMIT")
                return
        except sqlite3.Error as error:
            group.error = error
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        self._on_lost()


def _wait_for(group: Group) -> None:
    """
    Wait until a group is durable.
    """
    group.ended.wait()
    if group.error is not None:
        raise group.error
