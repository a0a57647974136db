"""
What nobody asks for leaves the memory, and nothing is missed by that.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest

from service.persistence.database import SqlDatabase, open_database
from service.persistence.outside import Neighbours, Search
from service.records.photos import FingerprintRecord, ViewsRecord
from tests.persistence.conftest import Open
from tests.persistence.ground import (
    ASHA,
    JACINTHES,
    NOW,
    TULIPES,
    HammingSearch,
    Mirror,
    SharedParts,
    found,
    recognised,
)
from tests.persistence.make_activity import make_photo
from tests.persistence.make_people import make_person

PROBE = FingerprintRecord("dct", 1, bytes(32))
TREE = b"a tree. "
WRITERS, PHOTOS_EACH = 4, 12


class _Counted:
    """
    A database that counts how often fingerprints are loaded from nothing.
    """

    def __init__(self, url: str) -> None:
        self.loads = 0
        search = Search(self._new_neighbours, SharedParts)
        self.database = open_database(url, search=search, sealer=Mirror())

    def _new_neighbours(self) -> Neighbours:
        self.loads += 1
        return HammingSearch()


@pytest.fixture
def counted(url: str, database: SqlDatabase) -> Iterator[_Counted]:
    _register(database, "outing")
    worker = _Counted(url)
    with closing(worker.database):
        yield worker


def _register(database: SqlDatabase, name: str) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo(name, parts=TREE), NOW, ASHA)
        work.commit()


def _near(database: SqlDatabase) -> set[str]:
    with database.look(JACINTHES) as work:
        return {photo_id for photo_id, _ in work.photos.near([PROBE], 256)}


def test_what_is_asked_for_stays_and_what_is_not_leaves(counted: _Counted) -> None:
    tidied = []
    for asked in (True, True, False, True):
        if asked:
            assert {"photo-outing"} == _near(counted.database)
        counted.database.forget_unused()
        tidied.append(counted.loads)

    assert [1, 1, 1, 2] == tidied


def test_what_left_is_loaded_with_all_that_came_meanwhile(
    counted: _Counted, database: SqlDatabase
) -> None:
    assert {"photo-outing"} == _near(counted.database)
    for _ in range(2):
        counted.database.forget_unused()
    _register(database, "picnic")
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea", family="Dupont"), NOW, ASHA)
        work.commit()

    assert {"photo-outing", "photo-picnic"} == _near(counted.database)
    with counted.database.look(JACINTHES) as work:
        views = ViewsRecord("sift", 1, TREE)
        assert {"photo-outing", "photo-picnic"} == set(work.photos.alike(views, 8))
        assert {"Lea Dupont"} == recognised(work.people.name_index())


def test_one_organisation_leaves_while_another_stays(counted: _Counted) -> None:
    found(counted.database, TULIPES)
    _near(counted.database)
    counted.database.forget_unused()
    with counted.database.look(TULIPES) as work:
        assert [] == work.photos.near([PROBE], 256)
    counted.database.forget_unused()
    _near(counted.database)

    assert 2 == counted.loads


def test_a_transaction_under_way_keeps_what_it_began_with(
    counted: _Counted, database: SqlDatabase
) -> None:
    with counted.database.begin(JACINTHES) as work:
        work.photos.add(make_photo("picnic", parts=TREE), NOW, ASHA)
        for _ in range(2):
            counted.database.forget_unused()
        seen = {photo_id for photo_id, _ in work.photos.near([PROBE], 256)}
        work.commit()

    assert {"photo-outing", "photo-picnic"} == seen
    assert seen == _near(counted.database) == _near(database)


def test_every_photo_is_found_elsewhere_at_once_while_memory_comes_and_goes(
    database: SqlDatabase, open_again: Open
) -> None:
    writers, other = [open_again() for _ in range(WRITERS)], open_again()
    done = Event()

    def tidy() -> None:
        while not done.wait(0.002):
            other.forget_unused()

    def register(writer: SqlDatabase, number: int) -> list[str]:
        missed = []
        for each in range(PHOTOS_EACH):
            _register(writer, f"{number}-{each}")
            if f"photo-{number}-{each}" not in _near(other):
                missed.append(f"{number}-{each}")
        return missed

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        tidying = pool.submit(tidy)
        missed = list(pool.map(register, writers, range(WRITERS)))
        done.set()
        tidying.result()

    assert [[]] * WRITERS == missed
    assert WRITERS * PHOTOS_EACH == len(_near(database))
