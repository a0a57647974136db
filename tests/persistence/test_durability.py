"""
What was acknowledged survives the sudden death of the process.
"""

import subprocess
import sys
from itertools import islice

import pytest

from service.persistence.database import SqlDatabase
from service.persistence.engines import sqlite
from service.records.paging import Page
from tests.contract.repository import ROOT
from tests.persistence.ground import JACINTHES

_DURABLE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_every_acknowledged_check_survives_kill_9(url: str, database: SqlDatabase) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.persistence.writer", url],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        acknowledged = [int(line) for line in islice(writer.stdout, 20)]
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout]

    with database.begin(JACINTHES) as work:
        kept = {each.id for each in work.checks.list_page(Page(limit=200)).items}
        in_ledger = {each.entry_id for each in work.ledger.pending(1000)}
        work.commit()

    assert {f"check-{number}" for number in acknowledged} <= kept
    assert {check_id.removeprefix("check-") for check_id in kept} == {
        entry_id.removeprefix("entry-") for entry_id in in_ledger
    }


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_sqlite_waits_for_the_disk_at_every_commit(url: str) -> None:
    engine = sqlite.SqliteEngine(url, on_lost=lambda: None)
    session = engine.open(JACINTHES, writable=True)
    told = [session.execute(f"PRAGMA {name}", ()).fetchall() for name in _DURABLE]
    session.close()
    engine.dispose()

    assert list(_DURABLE.values()) == [value for ((value,),) in told]
