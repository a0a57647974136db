"""
A creating call that is sent twice makes one thing.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from service.errors import IdempotencyMismatch
from service.persistence.database import SqlDatabase
from service.persistence.stores.replays import FORGOTTEN_AT_ONCE
from service.records.paging import Page
from service.usecases.replays import ForgetReplays
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, found, later
from tests.persistence.make_people import make_unit

DIGEST = b"the request"


def test_a_key_recalls_what_it_made(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        assert None is work.replays.recall(ASHA, "key", DIGEST)
        work.replays.keep(ASHA, "key", DIGEST, "unit-kitchen", NOW)
        work.commit()

    with database.begin(JACINTHES) as work:
        assert "unit-kitchen" == work.replays.recall(ASHA, "key", DIGEST)
        assert None is work.replays.recall(ASHA, "another", DIGEST)
        with pytest.raises(IdempotencyMismatch):
            work.replays.recall(ASHA, "key", b"another request")


def test_what_was_made_long_ago_is_forgotten(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        for key, hours in (("old", 0), ("young", 2)):
            work.replays.keep(ASHA, key, DIGEST, f"unit-{key}", later(hours))
        work.commit()
    with database.begin(JACINTHES) as work:
        assert [1, 0] == [work.replays.forget(later(2)) for _ in range(2)]
        work.commit()

    with database.begin(JACINTHES) as work:
        assert None is work.replays.recall(ASHA, "old", b"another request")
        assert "unit-young" == work.replays.recall(ASHA, "young", DIGEST)


def test_what_others_made_is_not_forgotten_along(database: SqlDatabase) -> None:
    found(database, TULIPES)
    with database.begin(TULIPES) as work:
        work.replays.keep(ASHA, "key", DIGEST, "unit-kitchen", NOW)
        work.commit()
    with database.begin(JACINTHES) as work:
        assert 0 == work.replays.forget(later())
        work.commit()

    with database.begin(TULIPES) as work:
        assert "unit-kitchen" == work.replays.recall(ASHA, "key", DIGEST)


def test_very_many_are_forgotten_a_few_at_a_time(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        for number in range(FORGOTTEN_AT_ONCE + 1):
            work.replays.keep(ASHA, f"key-{number}", DIGEST, "unit-kitchen", NOW)
        work.commit()
    forget = ForgetReplays(database, lambda: NOW + timedelta(days=31), kept_days=30)

    assert [FORGOTTEN_AT_ONCE + 1, 0] == [forget(), forget()]


def test_two_calls_with_one_key_make_one_thing(database: SqlDatabase) -> None:
    together = Barrier(2)

    def make(name: str) -> str:
        together.wait()
        with database.begin(JACINTHES) as work:
            if made := work.replays.recall(ASHA, "key", DIGEST):
                return made
            unit = make_unit(name)
            work.organisations.units.add(unit, NOW, ASHA)
            work.replays.keep(ASHA, "key", DIGEST, unit.id, NOW)
            work.commit()
            return unit.id

    with ThreadPoolExecutor(2) as pool:
        made = set(pool.map(make, ["kitchen", "garden"]))

    assert 1 == len(made)
    with database.look(JACINTHES) as work:
        units = work.organisations.units.list_page(Page()).items
    assert made == {unit.id for unit in units}
