"""
Reach the database behind the program's back, with nothing but a driver.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg
from psycopg import RawCursor
from sqlalchemy.engine import make_url

from service.decision.ids import OrganisationId
from service.persistence.schema import metadata

REFUSALS = (sqlite3.DatabaseError, psycopg.DatabaseError)


class Behind:
    """
    A connection of somebody with a SQL prompt.
    """

    def __init__(self, connection: sqlite3.Connection | psycopg.Connection) -> None:
        self._connection = connection

    def run(self, statement: str) -> int:
        """
        Run a statement and count the rows it touched.
        """
        if isinstance(self._connection, sqlite3.Connection):
            return self._connection.execute(statement).rowcount
        return RawCursor(self._connection).execute(statement.encode()).rowcount

    def refusal_of(self, statement: str) -> str:
        """
        Give what the database says when it refuses a statement; nothing if it obeys.
        """
        self.run("SAVEPOINT attempt")
        try:
            touched = self.run(statement)
        except REFUSALS as refusal:
            self.run("ROLLBACK TO SAVEPOINT attempt")
            return str(refusal)
        self.run("ROLLBACK TO SAVEPOINT attempt")
        return "" if touched else "there was nothing to touch"

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """
        Give the rows of a query.
        """
        if isinstance(self._connection, sqlite3.Connection):
            return self._connection.execute(statement).fetchall()
        return RawCursor(self._connection).execute(statement.encode()).fetchall()


@contextmanager
def behind(url: str, organisation_id: OrganisationId | None, role: str = "") -> Iterator[Behind]:
    """
    Connect as the owner of the tables would, for one organisation; nothing is kept.
    """
    place = make_url(url)
    if place.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(place.database or "", isolation_level=None)) as connection:
            connection.execute("BEGIN")
            yield Behind(connection)
        return
    user = role or place.username
    with psycopg.connect(
        host=str(place.query["host"]), dbname=place.database, user=user
    ) as connection:
        if organisation_id is not None:
            connection.execute(
                "SELECT set_config('obstat.organisation', %s, true)", [organisation_id]
            )
        try:
            yield Behind(connection)
        finally:
            connection.rollback()


def everything(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """
    Give every row of every table, of all organisations.
    """
    with behind(url, None, role="postgres") as prompt:
        return {name: prompt.rows(f"SELECT * FROM {name}") for name in metadata.tables}  # noqa: S608 -- our own tables
