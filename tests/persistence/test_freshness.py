"""
What is held in memory is never older than the transaction that asks.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import psycopg
import pytest
from sqlalchemy.engine import make_url

from service.persistence.database import SqlDatabase
from service.persistence.engines.postgresql import PostgresqlEngine
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.photos import FingerprintRecord
from tests.persistence.conftest import Open, empty
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, found, recognised
from tests.persistence.make_activity import make_photo
from tests.persistence.make_people import make_person

PROBE = FingerprintRecord("dct", 1, bytes(32))
WRITERS, PHOTOS_EACH = 4, 15


def _near(database: SqlDatabase) -> set[str]:
    with database.look(JACINTHES) as work:
        return {photo_id for photo_id, _ in work.photos.near([PROBE], 256)}


def _names(database: SqlDatabase) -> set[str]:
    with database.look(JACINTHES) as work:
        return recognised(work.people.name_index())


def _register(database: SqlDatabase, *names: str) -> None:
    for name in names:
        with database.begin(JACINTHES) as work:
            work.photos.add(make_photo(name), NOW, ASHA)
            work.commit()


def test_another_worker_finds_a_photo_in_its_very_next_check(
    database: SqlDatabase, open_again: Open
) -> None:
    other = open_again()
    assert set() == _near(other)
    _register(database, "outing")

    assert {"photo-outing"} == _near(other)


def test_another_worker_knows_names_that_came_changed_and_went(
    database: SqlDatabase, open_again: Open
) -> None:
    other = open_again()
    lea = make_person("lea", family="Dupont")

    def write(change: SqlUnitOfWork, family: str | None) -> None:
        if family is None:
            change.people.erase(lea.id, NOW)
        else:
            change.people.add(replace(lea, family_name=family), NOW, ASHA)
        change.commit()

    seen = []
    for family in ("Dupont", "Peeters", None):
        with database.begin(JACINTHES) as work:
            write(work, family)
        seen.append(_names(other))

    assert [{"Lea Dupont"}, {"Lea Dupont", "Lea Peeters"}, set()] == seen


def test_a_worker_never_loses_what_others_write_at_the_same_time(
    database: SqlDatabase, open_again: Open
) -> None:
    writers = [open_again() for _ in range(WRITERS)]
    names = [[f"{one}-{two}" for two in range(PHOTOS_EACH)] for one in range(WRITERS)]
    done = Event()

    def keep_reading() -> None:
        while not done.is_set():
            _near(database)

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reading = pool.submit(keep_reading)
        writing = [
            pool.submit(_register, writer, *group)
            for writer, group in zip(writers, names, strict=True)
        ]
        for each in writing:
            each.result()
        done.set()
        reading.result()

    assert {f"photo-{name}" for group in names for name in group} == _near(database)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_numbers_of_a_sequence_would_lose_a_photo(url: str) -> None:
    """
    Show the trap: numbers are handed out in one order and committed in another.
    """
    place = make_url(url)
    connect = f"host={place.query['host']} dbname={place.database} user={place.username}"
    with (
        psycopg.connect(connect) as slow,
        psycopg.connect(connect) as quick,
        psycopg.connect(connect, autocommit=True) as reader,
    ):
        reader.execute("CREATE TABLE naive (id serial, name text)")
        slow.execute("INSERT INTO naive (name) VALUES ('lost')")
        quick.execute("INSERT INTO naive (name) VALUES ('seen')")
        quick.commit()
        last = reader.execute("SELECT max(id) FROM naive").fetchone()
        slow.commit()
        above = reader.execute("SELECT name FROM naive WHERE id > %s", last).fetchall()
        reader.execute("DROP TABLE naive")

    assert [] == above


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_photo_that_commits_late_is_not_lost(database: SqlDatabase, open_again: Open) -> None:
    """
    The one that began later waits for its number, so it cannot be seen first.
    """
    quick, reader = open_again(), open_again()
    with ThreadPoolExecutor(1) as pool:
        with database.begin(JACINTHES) as slow:
            slow.photos.add(make_photo("slow"), NOW, ASHA)
            waiting = pool.submit(_register, quick, "quick")
            before = _near(reader)
            slow.commit()
        waiting.result()

    assert set() == before
    assert {"photo-slow", "photo-quick"} == _near(reader)


def test_what_is_rolled_back_leaves_its_number_to_the_next(
    database: SqlDatabase, open_again: Open
) -> None:
    reader = open_again()
    _register(database, "first")
    assert {"photo-first"} == _near(reader)
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("never"), NOW, ASHA)
        assert {"photo-first", "photo-never"} == {
            photo_id for photo_id, _ in work.photos.near([PROBE], 256)
        }
    _register(database, "second")

    assert {"photo-first", "photo-second"} == _near(reader)
    assert {"photo-first", "photo-second"} == _near(database)


def test_a_transaction_with_changes_of_its_own_teaches_nobody_else(
    database: SqlDatabase, open_again: Open
) -> None:
    """
    Another worker's name and ours are both new; ours is then rolled back.
    """
    other = open_again()
    lea, tom = make_person("lea", family="Dupont"), make_person("tom", family="Maes")
    with database.begin(JACINTHES) as work:
        work.people.add(lea, NOW, ASHA)
        work.commit()
    assert {"Lea Dupont"} == _names(database)
    with other.begin(JACINTHES) as work:
        work.people.add(tom, NOW, ASHA)
        work.commit()
    with database.begin(JACINTHES) as work:
        work.people.add(replace(lea, family_name="Never"), NOW, ASHA)
        assert {"Lea Dupont", "Lea Never", "Tom Maes"} == recognised(work.people.name_index())

    assert {"Lea Dupont", "Tom Maes"} == _names(database)


def test_organisations_that_nobody_asks_about_are_let_go(
    database: SqlDatabase, monkeypatch: pytest.MonkeyPatch, open_again: Open
) -> None:
    monkeypatch.setattr("service.persistence.database.HELD_ORGANISATIONS", 1)
    small = open_again()
    _register(database, "outing")
    assert {"photo-outing"} == _near(small)
    with small.look(TULIPES) as work:
        assert [] == work.photos.near([PROBE], 256)

    assert {"photo-outing"} == _near(small)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_database_that_was_swapped_is_read_anew(
    url: str, database: SqlDatabase, open_again: Open
) -> None:
    """
    In the restored one the numbers begin again, so the next photo has a number seen.
    """
    _register(database, "before")
    assert {"photo-before"} == _near(database)
    empty(url)
    restored = open_again()
    found(restored)
    _register(restored, "after")

    engine = database._engine  # noqa: SLF001 -- a second server would take long to start
    assert isinstance(engine, PostgresqlEngine)
    engine.dispose()
    engine._server = ("another server",)  # noqa: SLF001 -- whom it thinks it talks to

    assert {"photo-after"} == _near(database)
