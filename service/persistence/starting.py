"""
Find a database ready, or have it made ready.

Alembic is loaded only then: nearly every start finds it ready, and a command would wait
for Alembic longer than for its own answer.
"""

from pathlib import Path

from sqlalchemy import NullPool, create_engine
from sqlalchemy.engine import make_url

import service
from service.persistence.failures import storage_errors

MIGRATIONS = Path(service.__file__).parents[1] / "migrations"
"""Beside the package, in a checkout and where it is installed."""


def bring_up_to_date(url: str) -> None:
    """
    Run every migration that the database at *url* has not seen.

    Raises:
        Unavailable: The database cannot be reached or written.
        SettingsRefused: A later program migrated it already.
    """
    if _revision_of(url) != newest():
        from service.persistence.upgrades import upgrade  # noqa: PLC0415 -- slow

        upgrade(url)


def draft(url: str, message: str) -> Path:
    """
    Write a migration of what the tables have that *url* has not.
    """
    from service.persistence import upgrades  # noqa: PLC0415 -- slow

    return upgrades.draft(url, message)


def newest() -> str:
    """
    Name the newest migration; they are numbered one after the other.
    """
    return max(each.name for each in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))[:4]


def _revision_of(url: str) -> str | None:
    """
    Read at which migration a database is; nothing where that cannot be read.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    try:
        with create_engine(parsed, poolclass=NullPool).connect() as connection:
            found: str | None = connection.exec_driver_sql(
                "SELECT version_num FROM alembic_version"
            ).scalar()
            return found
    except storage_errors():
        return None  # whoever upgrades says what is wrong
