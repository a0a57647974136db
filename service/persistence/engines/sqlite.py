"""
Run transactions on SQLite: one file, one writer, durable at commit.
"""

import sqlite3
from collections.abc import Sequence
from threading import Lock

from sqlalchemy import Dialect, QueuePool, create_engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import PoolProxiedConnection

from service.errors import Unavailable
from service.persistence.engines.driver import Cursor

BUSY_SECONDS = 10
"""How long a writer waits for its turn."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",  # readers and the writer do not wait for each other
    "PRAGMA synchronous = FULL",  # what is committed survives power loss
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # so that REPLACE fires the delete triggers
    "PRAGMA secure_delete = ON",  # what an erasure deletes is overwritten
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -65536",
)

DIALECT = SQLiteDialect_pysqlite()


class SqliteSession:
    """
    One transaction on one connection; the writer holds the writers' turn.
    """

    __slots__ = ("_connection", "_pooled", "_turn")

    def __init__(self, pooled: PoolProxiedConnection, turn: "Lock | None") -> None:
        """
        Begin; *turn* is given by a writer, and given back at the end.
        """
        self._pooled = pooled
        self._connection: sqlite3.Connection = pooled.driver_connection  # type: ignore[assignment] # what pysqlite's driver is
        self._turn = turn
        # IMMEDIATE takes the write lock now: a deferred one that reads first cannot
        # write any more once somebody else did.
        self._connection.execute("BEGIN IMMEDIATE" if turn else "BEGIN")

    @property
    def dialect(self) -> Dialect:
        """
        Give SQLite's dialect.
        """
        return DIALECT

    def execute(self, sql: str, values: Sequence[object]) -> Cursor:
        """
        Run one statement.
        """
        return self._connection.execute(sql, values)

    def execute_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """
        Run one statement for each of *rows*.
        """
        self._connection.executemany(sql, rows)

    def lock(self, number: int, *, shared: bool) -> None:
        """
        Do nothing: the only writer holds every lock already.
        """

    def try_lock(self, number: int) -> bool:
        """
        Succeed: the only writer holds every lock already.
        """
        del number
        return self._turn is not None

    def commit(self) -> None:
        """
        Write the transaction to the disk.
        """
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """
        Roll back if need be, and let the next writer in.
        """
        try:
            self._pooled.close()  # the pool rolls back
        finally:
            if self._turn is not None:
                self._turn.release()


class SqliteEngine:
    """
    A SQLite file with its pool of connections.
    """

    def __init__(self, url: str) -> None:
        """
        Prepare connections to the file of *url*; nothing is opened yet.
        """
        self._engine = create_engine(
            url,
            poolclass=QueuePool,
            pool_size=16,
            max_overflow=48,
            connect_args={
                "check_same_thread": False,
                "timeout": BUSY_SECONDS,
                "cached_statements": 512,
            },
        )
        # Writers of this process queue here: SQLite's own waiting sleeps up to a
        # tenth of a second between two tries.
        self._turn = Lock()
        event.listen(self._engine, "connect", set_up)

    def open(self, organisation_id: str, *, writable: bool) -> SqliteSession:
        """
        Begin a transaction; every store adds the organisation to its conditions.
        """
        del organisation_id
        if not writable:
            return self._begin(None)
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise Unavailable("The storage is busy with other writers.")
        try:
            return self._begin(self._turn)
        except BaseException:
            self._turn.release()
            raise

    def dispose(self) -> None:
        """
        Close every connection that is not in use.
        """
        self._engine.dispose()

    def _begin(self, turn: "Lock | None") -> SqliteSession:
        pooled = self._engine.raw_connection()
        try:
            return SqliteSession(pooled, turn)
        except BaseException:
            pooled.close()
            raise


def set_up(connection: DBAPIConnection, record: object) -> None:
    """
    Make a new connection durable, and leave BEGIN and COMMIT to us.
    """
    del record
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
