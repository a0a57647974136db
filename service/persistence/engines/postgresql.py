"""
Run transactions on PostgreSQL: many writers, each bound to a tenant.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from datetime import datetime
from typing import Any

import psycopg
from psycopg import RawCursor, sql
from sqlalchemy import Dialect, create_engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import PoolProxiedConnection

from service.persistence.engines.driver import Cursor
from service.persistence.starting import with_driver

DIALECT: Dialect = PGDialect_psycopg(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call] # SQLAlchemy gives it no types
"""Positions instead of names: the driver then need not parse the text each time."""

SETTINGS = {
    "TimeZone": "UTC",
    "lock_timeout": "10s",
    "statement_timeout": "120s",
    # A worker that died in the middle of a transaction must not keep its locks.
    "idle_in_transaction_session_timeout": "60s",
    # The statements are look-ups by key: the best plan does not depend on the values,
    # and planning a dozen tables anew would take longer than running it.
    "plan_cache_mode": "force_generic_plan",
    "jit": "off",
}

READ_AND_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
ONLY_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

LOCK = b"SELECT pg_advisory_xact_lock($1)"
LOCK_SHARED = b"SELECT pg_advisory_xact_lock_shared($1)"
TRY_LOCK = "SELECT pg_try_advisory_xact_lock($1)"


class PostgresqlSession:
    """
    One transaction on one connection, bound to its tenant.
    """

    __slots__ = ("_connection", "_cursor", "_pooled", "_waiting")

    def __init__(self, pooled: PoolProxiedConnection) -> None:
        """
        Work on a connection; nothing has begun yet.
        """
        self._pooled = pooled
        self._connection: psycopg.Connection = pooled.driver_connection  # type: ignore[assignment] # what psycopg's driver is
        self._cursor: RawCursor[tuple[Any, ...]] = RawCursor(self._connection)
        self._waiting: list[tuple[bytes, Sequence[object]]] = []

    def begin(self, organisation_id: str, begin: str) -> datetime:
        """
        Begin for an organisation, in one round trip; give the server's clock.
        """
        name = sql.quote(organisation_id, self._connection)
        self._cursor.execute(
            f"{begin}; SELECT clock_timestamp(),"
            f" set_config('obstat.organisation', {name}, true)".encode(),
            prepare=False,
        )
        self._cursor.nextset()
        ((there, _),) = self._cursor.fetchall()
        at: datetime = there
        return at

    @property
    def dialect(self) -> Dialect:
        """
        Give PostgreSQL's dialect.
        """
        return DIALECT

    def execute(self, sql: str, values: Sequence[object]) -> Cursor:
        """
        Run one statement, and what waits for it, in one round trip.
        """
        if not self._waiting:
            return self._cursor.execute(sql.encode(), values)
        cursor = RawCursor(self._connection)
        with self._connection.pipeline():
            self._send_waiting()
            cursor.execute(sql.encode(), values)
        return cursor

    def execute_later(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """
        Run one statement for each of *rows* together with the next one.
        """
        self._waiting += [(sql.encode(), values) for values in rows]

    def lock(self, number: int, *, shared: bool) -> None:
        """
        Wait for an advisory lock that ends with the transaction.

        It goes out with the next statement, which sees what was committed by the time
        the lock was granted: the server begins a statement when the one before ends.
        """
        self._waiting.append((LOCK_SHARED if shared else LOCK, [number]))

    def wait(self) -> None:
        """
        Run what waits for the next statement.
        """
        with self._connection.pipeline():
            self._send_waiting()

    def try_lock(self, number: int) -> bool:
        """
        Take an advisory lock that ends with the transaction, if it is free.
        """
        ((is_taken,),) = self.execute(TRY_LOCK, [number]).fetchall()
        return bool(is_taken)

    def commit(self) -> None:
        """
        Run what still waits, commit, and see that it was one.

        Raises:
            psycopg.OperationalError: The server rolled back instead.
        """
        cursor = RawCursor(self._connection)
        with self._connection.pipeline():
            self._send_waiting()
            cursor.execute(b"COMMIT", prepare=False)
        if cursor.statusmessage != "COMMIT":
            raise psycopg.OperationalError("the server rolled back")

    def _send_waiting(self) -> None:
        for statement, values in self._waiting:
            self._cursor.execute(statement, values)
        self._waiting.clear()

    def close(self) -> None:
        """
        Roll back if need be, and give the connection back to the pool.
        """
        if self._connection.broken:
            self._pooled.invalidate()
        self._pooled.close()  # the pool rolls back


class PostgresqlEngine:
    """
    A PostgreSQL database with its pool of connections.
    """

    def __init__(
        self,
        url: str,
        *,
        pool_size: int,
        on_other_server: Callable[[], None],
        follow: Callable[[Callable[[], datetime]], None],
    ) -> None:
        """
        Prepare connections to *url*; nothing is opened yet.

        Args:
            pool_size: Connections of this process; more callers wait.

            on_other_server: Called when a connection leads to another database than
                those before: it was restored, and nothing in memory holds any more.

            follow: Begins each transaction, which tells the server's clock.
        """
        self._on_other_server = on_other_server
        self._follow = follow
        self._server: tuple[Any, ...] | None = None
        self._engine = create_engine(
            with_driver(url),
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=10,
            pool_use_lifo=True,
            use_native_hstore=False,
            connect_args={"autocommit": True, "prepare_threshold": 0, "connect_timeout": 10},
        )
        event.listen(self._engine, "connect", self._set_up)

    def open(self, organisation_id: str, *, writable: bool) -> PostgresqlSession:
        """
        Begin a transaction, once more if the pooled connection had died.
        """
        begin = READ_AND_WRITE if writable else ONLY_READ
        try:
            return self._begin(organisation_id, begin)
        except psycopg.OperationalError:
            return self._begin(organisation_id, begin)

    def glance(self, organisation_id: str) -> PostgresqlSession:
        """
        Begin what reads; one statement, too, must be bound to its organisation.
        """
        return self.open(organisation_id, writable=False)

    @property
    def has_one_writer(self) -> bool:
        """
        Tell that writers run side by side here.
        """
        return False

    def together(self) -> AbstractContextManager[None]:
        """
        Change nothing: each waits for itself, the server groups them.
        """
        return nullcontext()

    def dispose(self) -> None:
        """
        Close every connection that is not in use.
        """
        self._engine.dispose()

    def _begin(self, organisation_id: str, begin: str) -> PostgresqlSession:
        pooled = self._engine.raw_connection()
        with ExitStack() as undo:
            undo.callback(pooled.invalidate)
            session = PostgresqlSession(pooled)
            self._follow(lambda: session.begin(organisation_id, begin))
            undo.pop_all()
        return session

    def _set_up(self, connection: DBAPIConnection, record: object) -> None:
        """
        Apply our settings, and notice a database that was swapped.
        """
        del record
        cursor = connection.cursor()
        for name, value in SETTINGS.items():
            cursor.execute("SELECT set_config(%s, %s, false)", [name, value])
        # Whoever switched this off did not think of a withdrawal that must not be lost.
        cursor.execute(
            "SELECT set_config('synchronous_commit', 'on', false)"
            " WHERE current_setting('synchronous_commit') = 'off'"
        )
        cursor.execute(
            "SELECT (SELECT system_identifier FROM pg_control_system()), oid"
            " FROM pg_database WHERE datname = current_database()"
        )
        server = cursor.fetchone()
        cursor.close()
        if self._server is not None and self._server != server:
            self._on_other_server()
        self._server = server
