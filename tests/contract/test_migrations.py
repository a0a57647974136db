"""
The migrations lead from nothing to the tables of this program, and back.
"""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from sqlalchemy import NullPool, create_engine, inspect, text

from service.errors import SettingsRefused
from service.persistence import starting, upgrades
from service.persistence.database import open_database
from service.persistence.schema import metadata
from tests.persistence.behind import everything
from tests.persistence.full import fill
from tests.persistence.ground import BRUTE_FORCE, Mirror
from tests.postgres import PostgresServer


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """
    Give the URL of a database in which there is nothing at all.
    """
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/registry.db"
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        url = server.fresh()
        yield url
        server.drop(url)


def _tables(url: str) -> set[str]:
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}


def _left_behind(url: str) -> list[str]:
    """
    Name the triggers and functions that outlived their tables.
    """
    question = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if url.startswith("sqlite")
        else "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    )
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return [row[0] for row in connection.execute(text(question))]


def _fill(url: str) -> None:
    database = open_database(url, search=BRUTE_FORCE, sealer=Mirror())
    fill(database)
    database.close()


def test_there_is_one_newest_migration() -> None:
    assert [starting.newest()] == upgrades.heads()


def test_the_migrations_make_exactly_the_tables_of_the_program(empty_url: str) -> None:
    upgrades.upgrade(empty_url)

    upgrades.check(empty_url)
    assert set(metadata.tables) == _tables(empty_url)


def test_migrating_twice_changes_nothing(empty_url: str) -> None:
    upgrades.upgrade(empty_url)
    _fill(empty_url)
    before = everything(empty_url)

    upgrades.upgrade(empty_url)

    assert before == everything(empty_url)


def test_a_full_registry_can_be_taken_down_and_set_up_again(empty_url: str) -> None:
    upgrades.upgrade(empty_url)
    _fill(empty_url)
    assert [] == [name for name, rows in everything(empty_url).items() if not rows]

    upgrades.downgrade(empty_url, "base")
    assert (set(), []) == (_tables(empty_url), _left_behind(empty_url))

    upgrades.upgrade(empty_url)
    upgrades.check(empty_url)
    _fill(empty_url)


def test_every_step_can_be_taken_back_alone(empty_url: str) -> None:
    revisions = [f"{number:04}" for number in range(1, int(upgrades.heads()[0]) + 1)]
    upgrades.upgrade(empty_url)
    sizes = []
    for revision in reversed(revisions):
        sizes.append(len(_tables(empty_url)))
        upgrades.downgrade(empty_url, "-1" if revision != "0001" else "base")
        upgrades.upgrade(empty_url, revision)
        assert sizes[-1] == len(_tables(empty_url))
        upgrades.downgrade(empty_url, "-1")

    assert sizes == sorted(sizes, reverse=True)
    assert set() == _tables(empty_url)


def test_a_database_with_other_tables_is_recognised(empty_url: str) -> None:
    upgrades.upgrade(empty_url)
    with create_engine(empty_url, poolclass=NullPool).begin() as connection:
        connection.execute(text("ALTER TABLE units ADD COLUMN colour TEXT"))

    with pytest.raises(SettingsRefused, match="colour"):
        upgrades.check(empty_url)


def test_a_database_that_was_never_migrated_is_recognised(empty_url: str) -> None:
    with pytest.raises(SettingsRefused):
        upgrades.check(empty_url)


def test_a_database_of_a_later_program_is_left_alone(empty_url: str) -> None:
    upgrades.upgrade(empty_url)
    with create_engine(empty_url, poolclass=NullPool).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SettingsRefused, match="9999"):
        upgrades.upgrade(empty_url)


def test_migrations_are_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    upgrades.upgrade("sqlite:///relative.db")

    assert (tmp_path / "relative.db").exists()


def test_a_draft_is_written_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = tmp_path / "migrations"
    copytree(starting.MIGRATIONS, copied, ignore=ignore_patterns("__pycache__"))
    monkeypatch.setattr(upgrades, "MIGRATIONS", copied)
    url = f"sqlite:///{tmp_path}/registry.db"
    upgrades.upgrade(url)

    drafted = upgrades.draft(url, "Add a table for leaflets")

    number = int(upgrades.heads()[0])
    assert f"{number:04}_add_a_table_for_leaflets.py" == drafted.name
    compile(drafted.read_text(), drafted.name, "exec")
