"""
Writers of one process share a commit on SQLite, and share nothing else.
"""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from service.errors import Unavailable
from service.persistence.database import SqlDatabase
from service.persistence.engines import sqlite
from service.persistence.engines.group_commit import WriterQueue
from service.persistence.engines.sqlite import SqliteEngine
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.paging import Page
from tests.persistence.conftest import Open
from tests.persistence.ground import ASHA, JACINTHES, NOW, recognised
from tests.persistence.make_activity import make_check
from tests.persistence.make_people import make_person

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

PATIENCE_SECONDS = 0.1
"""How long a test looks at something that must not happen."""

Act = Callable[[SqlUnitOfWork], bool]
"""What a unit does; it tells whether it wants to be kept."""


class Unit:
    """
    A unit of work in a thread of its own, which ends when it is told to.
    """

    def __init__(self, database: SqlDatabase, pool: ThreadPoolExecutor, act: Act) -> None:
        self._database, self._act = database, act
        self._acted, self._may_end = Event(), Event()
        self._over = pool.submit(self._run)

    def acted(self) -> "Unit":
        """
        Wait until it has had its turn.
        """
        self._acted.wait()
        return self

    def end(self) -> None:
        """
        Let it commit, or leave.
        """
        self._may_end.set()

    def is_over(self) -> bool:
        """
        Tell whether anybody was told of its end.
        """
        try:
            self._over.result(PATIENCE_SECONDS)
        except TimeoutError:
            return False
        return True

    def wait(self) -> None:
        """
        Wait for its end, and raise what it raised.
        """
        self._over.result()

    def _run(self) -> None:
        with self._database.begin(JACINTHES) as work:
            try:
                keep = self._act(work)
            finally:
                self._acted.set()
            self._may_end.wait()
            if keep:
                work.commit()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def _queue(database: SqlDatabase, pool: ThreadPoolExecutor, *acts: Act) -> list[Unit]:
    """
    Have the first act take its turn, and the others wait for theirs in this order.
    """
    writers = _writers(database)
    units = [Unit(database, pool, acts[0]).acted()]
    for number, act in enumerate(acts[1:], start=1):
        units.append(Unit(database, pool, act))
        while writers._waiting < number:  # noqa: SLF001 -- nothing else tells
            Event().wait(0.001)
    return units


def _asking(name: str) -> Act:
    def ask(work: SqlUnitOfWork) -> bool:
        work.checks.add(make_check(name))
        return True

    return ask


def _roll_back(work: SqlUnitOfWork) -> bool:
    work.checks.add(make_check("never"))
    return False


def _checks(database: SqlDatabase) -> list[str]:
    with database.look(JACINTHES) as work:
        return [each.id for each in work.checks.list_page(Page()).items]


def test_nobody_is_told_before_the_shared_commit(
    database: SqlDatabase, pool: ThreadPoolExecutor
) -> None:
    first, second = _queue(database, pool, _asking("one"), _asking("two"))
    first.end()
    second.acted()

    assert not first.is_over()
    assert [] == _checks(database)

    second.end()
    first.wait()
    second.wait()
    assert ["check-one", "check-two"] == _checks(database)


def test_what_one_unit_rolls_back_touches_no_other(
    database: SqlDatabase, pool: ThreadPoolExecutor
) -> None:
    units = _queue(database, pool, _roll_back, _asking("one"), _roll_back, _asking("two"))
    for unit in units:
        unit.acted().end()
    for unit in units:
        unit.wait()

    assert ["check-one", "check-two"] == _checks(database)


def test_whoever_saw_what_is_not_durable_yet_waits_for_it_too(
    database: SqlDatabase, pool: ThreadPoolExecutor
) -> None:
    """
    A repeated call is answered with what the first one made, once that is safe.
    """

    def look_for_it(work: SqlUnitOfWork) -> bool:
        assert make_check("one") == work.checks.get(make_check("one").id)
        return False

    first, second, third = _queue(database, pool, _asking("one"), look_for_it, _asking("two"))
    first.end()
    second.acted().end()
    third.acted()

    assert not second.is_over()
    assert [] == _checks(database)

    third.end()
    for unit in (first, second, third):
        unit.wait()


def test_whoever_finds_the_disk_full_is_alone_with_it(
    open_again: Open,
    database: SqlDatabase,
    pool: ThreadPoolExecutor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fill_the_disk(work: SqlUnitOfWork) -> bool:
        for number in range(10_000):
            work.checks.add(make_check(str(number)))
        return True

    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "PRAGMA max_page_count = 1"))
    first, second = _queue(open_again(), pool, _asking("one"), fill_the_disk)
    first.end()
    second.end()
    first.wait()
    with pytest.raises(Unavailable):
        second.wait()

    assert ["check-one"] == _checks(database)


def test_a_commit_that_fails_fails_for_everybody(
    database: SqlDatabase, pool: ThreadPoolExecutor
) -> None:
    def enrol(work: SqlUnitOfWork) -> bool:
        work.people.add(make_person("lea", family="Dupont"), NOW, ASHA)
        return True

    def learn(work: SqlUnitOfWork) -> bool:
        assert {"Lea Dupont"} == recognised(work.people.name_index())
        return False

    with database.look(JACINTHES) as work:
        assert set() == recognised(work.people.name_index())
    units = _queue(database, pool, enrol, learn)
    connection = _writers(database)._connection  # noqa: SLF001 -- to make its commit fail
    assert connection is not None
    connection.set_authorizer(_no_commit)
    for unit in units:
        unit.end()
    for unit in units:
        with pytest.raises(Unavailable):
            unit.wait()
    connection.set_authorizer(None)

    with database.begin(JACINTHES) as work:
        assert None is work.people.find("person-lea")
        assert set() == recognised(work.people.name_index())
        work.people.add(make_person("tom", family="Maes"), NOW, ASHA)
        work.commit()
    with database.look(JACINTHES) as work:
        assert {"Tom Maes"} == recognised(work.people.name_index())


def test_units_of_one_thread_are_durable_together_at_the_end(database: SqlDatabase) -> None:
    with database.together():
        for name in ("one", "two"):
            with database.begin(JACINTHES) as work:
                work.checks.add(make_check(name))
                work.commit()
        assert [] == _checks(database)

    assert ["check-one", "check-two"] == _checks(database)


def test_together_a_unit_that_rolls_back_touches_no_other(database: SqlDatabase) -> None:
    with database.together():
        for act in (_asking("one"), _roll_back, _asking("two")):
            with database.begin(JACINTHES) as work:
                if act(work):
                    work.commit()

    assert ["check-one", "check-two"] == _checks(database)


def test_another_thread_waits_for_those_that_are_together(
    database: SqlDatabase, pool: ThreadPoolExecutor
) -> None:
    with database.together():
        with database.begin(JACINTHES) as work:
            work.checks.add(make_check("one"))
            work.commit()
        other = Unit(database, pool, _asking("two")).acted()
        other.end()

        assert not other.is_over()
        assert [] == _checks(database)

    other.wait()
    assert ["check-one", "check-two"] == _checks(database)


def test_together_a_commit_that_fails_fails_at_the_end(database: SqlDatabase) -> None:
    with database.begin(JACINTHES):
        connection = _writers(database)._connection  # noqa: SLF001 -- to make its commit fail
    assert connection is not None
    connection.set_authorizer(_no_commit)

    def ask_together() -> None:
        with database.together(), database.begin(JACINTHES) as work:
            work.checks.add(make_check("one"))
            work.commit()

    with pytest.raises(Unavailable):
        ask_together()
    connection.set_authorizer(None)

    assert [] == _checks(database)


def test_together_with_nothing_to_write_waits_for_nothing(database: SqlDatabase) -> None:
    with database.together(), database.look(JACINTHES) as work:
        assert [] == list(work.checks.list_page(Page()).items)


def _writers(database: SqlDatabase) -> WriterQueue:
    engine = database._engine  # noqa: SLF001 -- nothing else tells who waits
    assert isinstance(engine, SqliteEngine)
    return engine._queue  # noqa: SLF001 -- the queue of the engine is its own


def _no_commit(action: int, operation: str | None, *_: object) -> int:
    denied = action == sqlite3.SQLITE_TRANSACTION and operation == "COMMIT"
    return sqlite3.SQLITE_DENY if denied else sqlite3.SQLITE_OK
