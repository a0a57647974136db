"""
No question of the hot path reads more of an organisation than it is about.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from service.persistence import following, names
from service.persistence.engines.sqlite import DIALECT
from service.persistence.facts import branches
from service.persistence.statements import Prepared
from service.persistence.stores import (
    checks,
    ledger_statements,
    pairs,
    photos,
    proposal_statements,
    register,
    relations,
    takedowns,
)

SMALL = {"organisation_settings", "units"}
"""Read whole: an organisation has some dozens."""

HOT = {
    "facts of people": branches.PEOPLE_AND_REGISTER,
    "facts of photos": branches.PHOTOS,
    "channel by name": register.CHANNELS.named,
    "checks of an actor": checks.COUNT,
    "open proposals with people": proposal_statements.OPEN_WITH_PEOPLE,
    "open proposals with a photo": proposal_statements.OPEN_WITH_PHOTO,
    "live with people": takedowns.LIVE_WITH_PEOPLE,
    "live with a photo": takedowns.LIVE_WITH_PHOTO,
    "changes since": following.SINCE,
    "names that changed": names.SOME,
    "photos of the same bytes": photos.WITH_BYTES,
    "photos still there": photos.STILL_THERE,
    "pairs with people": pairs.WITH_PEOPLE,
    "authorities over a person": relations.OVER_PERSON,
    "entries about a person": ledger_statements.FORGET_PAYLOADS,
}


def _plan(path: Path, prepared: Prepared, ids: Sequence[str]) -> list[str]:
    asked = dict.fromkeys(("person_ids", "photo_ids", "channel_ids", "ids", "states"), ids)
    ready = prepared.on(DIALECT, asked)
    with closing(sqlite3.connect(path)) as connection:
        explained = connection.execute(f"EXPLAIN QUERY PLAN {ready.sql}", [None] * len(ready.names))
        return [row[3] for row in explained]


def _reads_too_much(step: str) -> bool:
    """
    Tell whether a step walks through a table, or through all of an organisation.
    """
    verb, table, *_ = step.split()
    if verb == "SCAN":
        return not table.startswith("json_each")
    return verb == "SEARCH" and step.endswith("(organisation_id=?)") and table not in SMALL


@pytest.mark.parametrize("ids", [(), ("asha",), ("asha", "bram")], ids=len)
@pytest.mark.parametrize("name", HOT)
def test_a_hot_question_looks_up_what_it_is_about(
    sqlite_template: Path, name: str, ids: tuple[str, ...]
) -> None:
    too_much = [step for step in _plan(sqlite_template, HOT[name], ids) if _reads_too_much(step)]
    # All open channels are asked about by one branch, which must look at each.
    expected = ["SEARCH channels USING PRIMARY KEY (organisation_id=?)"]

    assert (expected if name == "facts of people" else []) == too_much


def test_sqlite_is_told_the_size_of_every_index(sqlite_template: Path) -> None:
    with closing(sqlite3.connect(sqlite_template)) as connection:
        told = {row[0] for row in connection.execute("SELECT idx FROM sqlite_stat1")}
        indexes = {
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
        }

    assert set() == indexes - told
