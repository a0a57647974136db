"""
Databases for the store suite: every test runs on both engines.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url

from service.persistence.database import SqlDatabase, open_database
from service.persistence.schema import metadata
from tests.migrated import postgres_url, sqlite_file
from tests.persistence.ground import BRUTE_FORCE, Mirror, found
from tests.postgres import PostgresServer

Open = Callable[[], SqlDatabase]


@pytest.fixture(scope="session")
def sqlite_template() -> Path:
    """
    Give a SQLite file with the whole schema, to be copied.
    """
    return sqlite_file()


@pytest.fixture(scope="session")
def postgres_with_schema(postgres: PostgresServer) -> Iterator[str]:
    """
    Give the URL of a PostgreSQL database with the whole schema, for one test at a time.
    """
    with postgres_url(postgres) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """
    Give the URL of a database with the whole schema and nothing in it.
    """
    if request.param == "sqlite":
        path = tmp_path / "registry.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
    else:
        url: str = request.getfixturevalue("postgres_with_schema")
        yield url
        # Emptying takes a hundredth of the time of making another database.
        empty(url)


@pytest.fixture
def open_again(url: str) -> Iterator[Open]:
    """
    Open the database as one more worker would: with connections and memory of its own.
    """
    opened: list[SqlDatabase] = []

    def open_one_more() -> SqlDatabase:
        opened.append(open_database(url, search=BRUTE_FORCE, sealer=Mirror()))
        return opened[-1]

    yield open_one_more
    for database in opened:
        database.close()


@pytest.fixture
def database(open_again: Open) -> SqlDatabase:
    """
    Give the database of one worker, where the organisation of Les Jacinthes exists.
    """
    database = open_again()
    found(database)
    return database


def empty(url: str) -> None:
    """
    Delete every row, as the only one who may: a superuser who switches triggers off.
    """
    place = make_url(url)
    with psycopg.connect(
        host=str(place.query["host"]), dbname=place.database, user="postgres"
    ) as connection:
        connection.execute("SET session_replication_role = replica")
        for name in metadata.tables:
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
