"""
Write the records of an export as tables for spreadsheets.
"""

from collections.abc import Iterable, Mapping

from service.ledger.canonical import Plain
from service.usecases.exports.collected import Collected
from service.usecases.people.csv_text import write_csv
from service.usecases.plain import plain
from service.usecases.stories import StoryLine

_ACTS = (
    "id",
    "person_id",
    "signatory_id",
    "capacity",
    "kind",
    "matters",
    "channel_ids",
    "everywhere",
    "purposes",
    "method",
    "signed_from",
    "signed_until",
    "recorded_at",
    "expires_on",
)
_PUBLICATIONS = (
    "id",
    "channel_id",
    "purpose",
    "published_at",
    "recorded_at",
    "actor_id",
    "check_id",
    "where",
)
_CHECKS = ("id", "asked_at", "actor_id", "answer")


def tables_of(collected: Collected, lines: Iterable[StoryLine]) -> dict[str, bytes]:
    """
    Return each table, none of whose cells a spreadsheet runs (threat T20).
    """
    story = [(str(each.index), plain(each.at), each.kind, each.sentence) for each in lines]
    return {
        "tables/answers.csv": _table(_ACTS, collected.acts.values()),
        "tables/publications.csv": _table(_PUBLICATIONS, collected.publications.values()),
        "tables/questions.csv": _table(_CHECKS, collected.checks.values()),
        "tables/timeline.csv": write_csv(
            ("entry", "at", "kind", "sentence"), ([_cell(each) for each in row] for row in story)
        ),
    }


def _table(columns: tuple[str, ...], records: Iterable[object]) -> bytes:
    rows = (plain(each) for each in records)
    told = [each for each in rows if isinstance(each, Mapping)]
    told.sort(key=lambda each: str(each["id"]))
    return write_csv(columns, ([_cell(each[name]) for name in columns] for each in told))


def _cell(value: Plain) -> str:
    if isinstance(value, list | tuple):
        return " ".join(_cell(each) for each in value)
    return "" if value is None else str(value)
