"""
One transaction: all of it or nothing, and never a driver's exception.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import psycopg
import pytest
from sqlalchemy.engine import make_url

from service.errors import Conflict, NotFound, SettingsRefused, Unavailable
from service.persistence.database import SqlDatabase, open_database
from service.persistence.engines import sqlite
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.facts import Wanted
from tests.persistence.behind import everything
from tests.persistence.conftest import Open
from tests.persistence.full import write_everything
from tests.persistence.ground import ASHA, BRUTE_FORCE, JACINTHES, NOW, Mirror
from tests.persistence.make_activity import make_check, make_entry, make_publication
from tests.persistence.make_people import make_unit
from tests.persistence.make_register import make_act


def _open(url: str) -> SqlDatabase:
    return open_database(url, search=BRUTE_FORCE, sealer=Mirror())


def test_what_is_not_committed_leaves_nothing(url: str, open_again: Open) -> None:
    database = open_again()
    before = everything(url)
    with database.begin(JACINTHES) as work:
        write_everything(work, JACINTHES)

    assert before == everything(url)


def test_what_fails_in_the_middle_leaves_nothing(url: str, open_again: Open) -> None:
    before = everything(url)
    with pytest.raises(ZeroDivisionError):
        _fail_in_the_middle(open_again())

    assert before == everything(url)


def test_a_transaction_that_failed_cannot_be_committed(database: SqlDatabase) -> None:
    """
    PostgreSQL would answer COMMIT with a silent ROLLBACK.
    """
    with database.begin(JACINTHES) as work:
        with pytest.raises(Conflict):
            _ask_the_same_twice(work)
        with pytest.raises(Unavailable):
            work.commit()

    with database.look(JACINTHES) as work, pytest.raises(NotFound):
        work.checks.get(make_check("one").id)


def test_a_row_that_contradicts_another_fails_at_the_commit_at_last(
    database: SqlDatabase,
) -> None:
    with database.begin(JACINTHES) as work:
        work.checks.add(make_check("one"))
        work.commit()
    with database.begin(JACINTHES) as work, pytest.raises(Conflict):
        _ask_again_and_commit(work)


def test_nothing_happens_after_the_commit(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.commit()

        with pytest.raises(Unavailable):
            work.checks.add(make_check("one"))
        with pytest.raises(Unavailable):
            work.commit()


def test_whoever_only_looks_writes_nothing(database: SqlDatabase) -> None:
    with database.look(JACINTHES) as work:
        with pytest.raises(Unavailable):
            work.organisations.units.add(make_unit(), NOW, ASHA)
        with pytest.raises(Unavailable):
            work.checks.add(make_check("one", "lea"))


def test_whoever_looks_sees_one_snapshot(database: SqlDatabase, open_again: Open) -> None:
    writer = open_again()
    with database.look(JACINTHES) as work:
        before = work.organisations.current()
        with writer.begin(JACINTHES) as other:
            other.organisations.units.add(make_unit(), NOW, ASHA)
            other.commit()

        assert before == work.organisations.current()
        assert None is work.organisations.units.find(make_unit().id)

    with database.look(JACINTHES) as work:
        assert make_unit() == work.organisations.units.get(make_unit().id)


def test_many_threads_write_one_after_the_other(database: SqlDatabase) -> None:
    def ask(number: int) -> None:
        with database.begin(JACINTHES) as work:
            work.checks.add(make_check(f"{number:03}"))
            work.ledger.append(make_entry(f"{number:03}"))
            work.commit()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, range(64)))

    with database.look(JACINTHES) as work:
        assert 64 == work.checks.count_by_actor(ASHA, NOW)
        assert 64 == len(work.ledger.pending(100))


def test_a_kind_of_database_we_do_not_know_is_refused() -> None:
    with pytest.raises(SettingsRefused):
        _open("mysql://nowhere/registry")


def test_a_place_that_does_not_exist_is_unavailable(tmp_path: Path) -> None:
    database = _open(f"sqlite:///{tmp_path}/nowhere/registry.db")

    with pytest.raises(Unavailable), database.begin(JACINTHES):
        pass


def test_a_database_without_tables_is_unavailable(tmp_path: Path) -> None:
    database = _open(f"sqlite:///{tmp_path}/registry.db")

    with pytest.raises(Unavailable):
        database.organisation_ids()
    database.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_writer_that_waits_too_long_is_told_so(
    open_again: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    one_worker, another = open_again(), open_again()
    with one_worker.begin(JACINTHES):
        with pytest.raises(Unavailable), one_worker.begin(JACINTHES):
            pass
        with pytest.raises(Unavailable), another.begin(JACINTHES):
            pass
        with another.look(JACINTHES) as work, pytest.raises(NotFound):
            work.organisations.current()

    with another.begin(JACINTHES) as work:
        work.commit()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_full_disk_keeps_nothing_of_a_transaction(
    url: str, open_again: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "PRAGMA max_page_count = 1"))
    before = everything(url)
    with open_again().begin(JACINTHES) as work:
        with pytest.raises(Unavailable):
            _ask_until_full(work)
        with pytest.raises(Unavailable):
            work.commit()

    assert before == everything(url)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_connection_that_dies_is_unavailable_once(url: str, database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        _cut_off_everybody(url)
        with pytest.raises(Unavailable):
            work.organisations.current()

    with database.begin(JACINTHES) as work:
        assert JACINTHES == work.organisations.current().id


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_connection_that_died_in_the_pool_is_not_noticed(url: str, database: SqlDatabase) -> None:
    _cut_off_everybody(url)

    with database.look(JACINTHES) as work:
        assert JACINTHES == work.organisations.current().id


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_nobody_changes_the_register_while_a_check_decides(
    database: SqlDatabase, open_again: Open
) -> None:
    """
    A withdrawal comes wholly before a publication or wholly after it (threat T11).
    """
    other, written = open_again(), Event()

    def withdraw() -> None:
        with other.begin(JACINTHES) as work:
            work.acts.add(make_act("no"), ASHA)
            work.commit()
        written.set()

    with ThreadPoolExecutor(1) as pool:
        with database.begin(JACINTHES) as work:
            work.facts.gather(Wanted(NOW, NOW))
            waiting = pool.submit(withdraw)
            work.publications.add(make_publication("post"))
            assert not written.is_set()
            assert [] == work.acts.list_of(make_act("no").person_id)
            work.commit()
        waiting.result()

    assert written.is_set()


def _fail_in_the_middle(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        write_everything(work, JACINTHES)
        raise ZeroDivisionError


def _ask_the_same_twice(work: SqlUnitOfWork) -> None:
    """
    Look at it too: PostgreSQL is told of a check only with the next statement.
    """
    work.checks.add(make_check("one"))
    work.checks.add(make_check("one"))
    work.checks.get(make_check("one").id)


def _ask_again_and_commit(work: SqlUnitOfWork) -> None:
    work.checks.add(make_check("one"))
    work.commit()


def _ask_until_full(work: SqlUnitOfWork) -> None:
    for number in range(10_000):
        work.checks.add(make_check(str(number)))


def _cut_off_everybody(url: str) -> None:
    place = make_url(url)
    with psycopg.connect(
        host=str(place.query["host"]), dbname="postgres", user="postgres"
    ) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [place.database],
        )


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_closed_database_is_whole_in_its_file(url: str, database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        write_everything(work, JACINTHES)
        work.commit()
    with ThreadPoolExecutor(2) as threads:
        for _ in range(2):
            threads.submit(database.find_organisation, "nobody").result()

        database.close()

        assert [] == list(Path(url.removeprefix("sqlite:///")).parent.glob("*-wal"))
