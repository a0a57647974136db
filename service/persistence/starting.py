"""
Find a database ready, or have it made ready.

Alembic is loaded only then: nearly every start finds it ready, and a command would wait
for Alembic longer than for its own answer.
"""

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, NullPool, create_engine, inspect
from sqlalchemy.engine import make_url

import service
from service.errors import SettingsRefused
from service.persistence.failures import storage_trouble

MIGRATIONS = Path(service.__file__).parents[1] / "migrations"
"""Beside the package, in a checkout and where it is installed."""


def bring_up_to_date(url: str) -> None:
    """
    Run every migration that the database at *url* has not seen.

    Raises:
        Unavailable: The database cannot be reached or written.
        SettingsRefused: A later program migrated it already.
    """
    if file := file_of(url):
        make_private(file)
    if revision_of(url) != newest():
        # Alembic, which a database that is ready needs nothing of.
        from service.persistence.upgrades import upgrade  # noqa: PLC0415 -- a fifth of a second

        upgrade(url)


def file_of(url: str) -> Path | None:
    """
    Name the file of an embedded database; None of one that is served.
    """
    parsed = make_url(url)
    is_embedded = parsed.get_backend_name() == "sqlite"
    return Path(parsed.database) if is_embedded and parsed.database else None


def refuse_emptied(url: str) -> None:
    """
    Refuse an embedded database whose file has nothing in it.

    SQLite would take it for a new one, and nobody would learn that all is gone.

    Raises:
        SettingsRefused: It has nothing in it.
    """
    file = file_of(url)
    if file is not None and file.exists() and not file.stat().st_size:
        message = (
            f"The database {file} is empty: what was in it is gone. Remove it, then `obstat"
            " restore` puts a backup back; without one everything begins anew."
        )
        raise SettingsRefused(message)


def make_private(file: Path) -> None:
    """
    Make an empty file that only its owner may read, where there is none.

    SQLite fills it, and gives what it keeps beside it the same rights; alone it would let
    every account of the machine read who said no.
    """
    # Where it cannot be made, whoever opens it says why.
    with suppress(OSError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def draft(url: str, message: str) -> Path:
    """
    Write a migration of what the tables have that *url* has not.
    """
    # Alembic, which only who develops a migration needs.
    from service.persistence import upgrades  # noqa: PLC0415 -- a fifth of a second

    return upgrades.draft(url, message)


def newest() -> str:
    """
    Name the newest migration; they are numbered one after the other.
    """
    return max(each.name for each in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))[:4]


def with_driver(url: str) -> URL:
    """
    Give the address of a database, the driver that is used for it named.
    """
    parsed = make_url(url)
    is_postgresql = parsed.get_backend_name() == "postgresql"
    return parsed.set(drivername="postgresql+psycopg") if is_postgresql else parsed


def revision_of(url: str) -> str | None:
    """
    Read at which migration a database is; None if it has seen none.

    Raises:
        Unavailable: It cannot be reached or read.
    """
    engine = create_engine(with_driver(url), poolclass=NullPool)
    with storage_trouble(), engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.exec_driver_sql(
            "SELECT version_num FROM alembic_version"
        ).scalar()
        return found
