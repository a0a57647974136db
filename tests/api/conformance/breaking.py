"""
Break what the service stands on, for real, and mend it again.
"""

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime

import psycopg
from sqlalchemy.engine import make_url

from service.decision.ids import OrganisationId
from service.persistence.schema.register import holds
from service.persistence.statements import inserting
from tests.api.door import House
from tests.postgres import APP_ROLE

WRITES = "INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public"


@contextmanager
def without_log(url: str) -> Iterator[None]:
    """
    Take the table of the log away.
    """
    _run(url, "ALTER TABLE ledger_entries RENAME TO ledger_entries_gone")
    try:
        yield
    finally:
        _run(url, "ALTER TABLE ledger_entries_gone RENAME TO ledger_entries")


@contextmanager
def unwritable(url: str) -> Iterator[None]:
    """
    Let the storage be read and not written: no space left, or no right to.
    """
    if make_url(url).get_backend_name() == "sqlite":
        with _no_space():
            yield
        return
    _run(url, f"REVOKE {WRITES} FROM {APP_ROLE}")
    try:
        yield
    finally:
        _run(url, f"GRANT {WRITES} TO {APP_ROLE}")


def damage(house: House, organisation_id: OrganisationId, at: datetime) -> None:
    """
    Write a hold on the organisation that nobody can read.
    """
    with house.registry.keys.identify_key.database.begin(organisation_id) as work:
        work.transaction.run(  # type: ignore[attr-defined]  # the real one
            inserting(holds),
            id="damaged",
            version=1,
            recorded_at=at,
            recorded_by="nobody",
            kind="legal",
            person_id=None,
            unit_id=None,
            photo_id=None,
            document="{",
        )
        work.commit()


@contextmanager
def _no_space() -> Iterator[None]:
    """
    Let every write to a file of this process fail, as on a full disk.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _run(url: str, statement: str) -> None:
    """
    Run one statement behind the program's back.
    """
    place = make_url(url)
    if place.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(place.database or "", isolation_level=None)) as connection:
            connection.execute(statement)
        return
    with psycopg.connect(
        host=str(place.query["host"]), dbname=place.database, user=APP_ROLE, autocommit=True
    ) as connection:
        connection.execute(statement.encode())
