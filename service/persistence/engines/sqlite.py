"""
Run transactions on SQLite: one file, one writer, durable at commit.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack

from sqlalchemy import Dialect, QueuePool, create_engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import PoolProxiedConnection

from service.persistence.engines.driver import Cursor
from service.persistence.engines.glances import Glances
from service.persistence.engines.group_commit import WriterQueue

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
    # 16 MB of log, not 4: ids that are random touch the same pages again and again,
    # and each page is copied once for all that was written to it meanwhile.
    "PRAGMA wal_autocheckpoint = 4000",
)

DIALECT = SQLiteDialect_pysqlite()


class SqliteReader:
    """
    One transaction that only reads, a snapshot on a connection of its own.
    """

    __slots__ = ("_connection", "_pooled")

    def __init__(self, pooled: PoolProxiedConnection) -> None:
        """
        Begin.
        """
        self._pooled = pooled
        self._connection: sqlite3.Connection = pooled.driver_connection  # type: ignore[assignment] # what pysqlite's driver is
        self._connection.execute("BEGIN")

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

    def execute_later(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """
        Run one statement for each of *rows*, now: nothing would be saved.
        """
        self._connection.executemany(sql, rows)

    def lock(self, number: int, *, shared: bool) -> None:
        """
        Do nothing: a reader needs no lock, and the only writer holds every one.
        """

    def wait(self) -> None:
        """
        Do nothing: no lock is waited for here.
        """

    def try_lock(self, number: int) -> bool:
        """
        Fail: a reader holds no lock.
        """
        del number
        return False

    def commit(self) -> None:
        """
        End the snapshot.
        """
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """
        Give the connection back; the pool rolls back.
        """
        self._pooled.close()


class SqliteWriter(SqliteReader):
    """
    One transaction that writes, and shares its commit (`group_commit.py`).
    """

    __slots__ = ("_is_open", "_queue")

    def __init__(self, queue: WriterQueue) -> None:
        """
        Wait for the turn and begin.
        """
        self._queue = queue
        self._connection = queue.enter()
        self._is_open = True

    def try_lock(self, number: int) -> bool:
        """
        Succeed: the only writer holds every lock already.
        """
        del number
        return True

    def commit(self) -> None:
        """
        Return when the transaction is on the disk.
        """
        self._is_open = False
        self._queue.leave(keep=True)

    def close(self) -> None:
        """
        Roll back if need be, and let the next writer in.
        """
        if self._is_open:
            self._is_open = False
            self._queue.leave(keep=False)


class Connection(sqlite3.Connection):
    """
    A connection that can be kept track of without being kept open.
    """


class SqliteGlance(SqliteReader):
    """
    One statement that reads, on a connection that its thread keeps.

    A statement sees one snapshot by itself: nothing is begun, ended or given back,
    which for a look-up by key is most of the work.
    """

    __slots__ = ()

    def __init__(self, connection: sqlite3.Connection) -> None:
        """
        Take the connection.
        """
        self._connection = connection

    def commit(self) -> None:
        """
        Do nothing: the statement has ended by itself.
        """

    def close(self) -> None:
        """
        Do nothing: the thread keeps the connection.
        """


class SqliteEngine:
    """
    A SQLite file with its pool of connections.
    """

    def __init__(self, url: str, *, on_lost: Callable[[], None]) -> None:
        """
        Prepare connections to the file of *url*; nothing is opened yet.

        *on_lost* hears that what some transactions have seen was not committed.
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
                "factory": Connection,
            },
        )
        # Writers of this process queue there: SQLite's own waiting sleeps up to a
        # tenth of a second between two tries.
        self._queue = WriterQueue(self._connect, on_lost, BUSY_SECONDS)
        self._glances = Glances(self._connect)
        event.listen(self._engine, "connect", set_up)

    def open(self, organisation_id: str, *, writable: bool) -> SqliteReader:
        """
        Begin a transaction; each statement names the organisation itself.
        """
        del organisation_id
        if writable:
            return SqliteWriter(self._queue)
        pooled = self._engine.raw_connection()
        with ExitStack() as undo:
            undo.callback(pooled.close)
            reader = SqliteReader(pooled)
            undo.pop_all()
        return reader

    def glance(self, organisation_id: str) -> SqliteGlance:
        """
        Begin one statement; it names the organisation itself.
        """
        del organisation_id
        return SqliteGlance(self._glances.mine())

    @property
    def has_one_writer(self) -> bool:
        """
        Tell that writers queue here anyway.
        """
        return True

    def together(self) -> AbstractContextManager[None]:
        """
        Let the transactions of this thread share one wait for the disk.
        """
        return self._queue.together()

    def dispose(self) -> None:
        """
        Close every connection that is not in use.
        """
        self._queue.close()
        self._glances.close()
        self._engine.dispose()

    def _connect(self) -> sqlite3.Connection:
        """
        Open a connection that belongs to no pool.
        """
        pooled = self._engine.raw_connection()
        connection: sqlite3.Connection = pooled.driver_connection  # type: ignore[assignment] # what pysqlite's driver is
        pooled.detach()
        return connection


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
