"""
Keep a connection for each thread, for look-ups of one statement.
"""

import sqlite3
from collections.abc import Callable
from threading import local
from weakref import WeakSet


class Kept(local):
    """
    The connection for glances of each thread; it is closed with its thread.
    """

    connection: sqlite3.Connection | None = None


class Glances:
    """
    The connections that threads keep for their glances.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        """
        Prepare; nothing is opened yet.
        """
        self._connect = connect
        self._kept = Kept()
        # Whoever closes the database is not the thread that opened them; a file whose
        # connections live on is not whole without its log beside it.
        self._all: WeakSet[sqlite3.Connection] = WeakSet()

    def mine(self) -> sqlite3.Connection:
        """
        Give the connection of this thread; it is opened when first needed.
        """
        if self._kept.connection is None:
            self._kept.connection = self._connect()
            self._all.add(self._kept.connection)
        return self._kept.connection

    def close(self) -> None:
        """
        Close the connections of every thread; they open again when needed.
        """
        closing, self._all, self._kept = self._all, WeakSet(), Kept()
        for connection in closing:
            connection.close()
