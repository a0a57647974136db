"""
Bring the schema of a database to what this program expects.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, NullPool, create_engine, event

from service.errors import SettingsRefused
from service.persistence.engines import sqlite
from service.persistence.failures import storage_trouble
from service.persistence.starting import MIGRATIONS, with_driver


def upgrade(url: str, revision: str = "head") -> None:
    """
    Run every migration that the database at *url* has not seen.

    Two programs that start together do it once.  It is all or nothing, on both engines.

    Raises:
        Unavailable: The database cannot be reached or written.
        SettingsRefused: A later program migrated it already.
    """
    with _connected(url) as connection:
        try:
            command.upgrade(_config(connection), revision)
        except CommandError as error:
            message = f"The database is of a later version of Obstat ({error}): run that one."
            raise SettingsRefused(message) from error


def downgrade(url: str, revision: str) -> None:
    """
    Undo migrations down to *revision*, with all that their tables hold.
    """
    with _connected(url) as connection:
        command.downgrade(_config(connection), revision)


def check(url: str) -> None:
    """
    Pass when the database at *url* has exactly the schema of this program.

    Raises:
        SettingsRefused: It has another one; the message says what differs.
        Unavailable: The database cannot be reached.
    """
    with _connected(url) as connection:
        try:
            command.check(_config(connection))
        except CommandError as error:
            raise SettingsRefused(f"The database needs another schema: {error}") from error


def draft(url: str, message: str) -> Path:
    """
    Write a migration of what the tables have that *url* has not.
    """
    with _connected(url) as connection:
        config = _config(connection)
        number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
        script = command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")
    if script is None or isinstance(script, list):
        raise SettingsRefused("There is not exactly one head to continue from.")
    return Path(script.path)


def heads() -> list[str]:
    """
    Give the newest migrations; there must be one.
    """
    return list(ScriptDirectory.from_config(_config(None)).get_heads())


def _config(connection: Connection | None) -> Config:
    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = create_engine(with_driver(url), poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", sqlite.set_up)
        # Without it the driver would commit before each change of the schema.
        event.listen(engine, "begin", _begin_at_once)
    try:
        with storage_trouble(), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _begin_at_once(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
