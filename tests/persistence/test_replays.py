"""
A creating call that is sent twice makes one thing.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from service.errors import IdempotencyMismatch
from service.persistence.database import SqlDatabase
from service.records.paging import Page
from tests.persistence.ground import ASHA, JACINTHES, NOW
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
