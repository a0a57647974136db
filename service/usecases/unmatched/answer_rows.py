"""
Read answers by name out of a table, a row each.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Final, TypeVar

from service.decision.ids import FormVersionId, PersonId, SignatoryId
from service.decision.terms import ActKind, Capacity, Matter, Method
from service.errors import InvalidInput
from service.records.unmatched import NamedPerson
from service.usecases.consents.act_details import ConsentDetails, Reach, Signing
from service.usecases.people.csv_text import CsvTable, Row
from service.usecases.unmatched.receive_answer import ReceivedAnswer

E = TypeVar("E", bound=Enum)

NEEDED: Final = ("family_name", "answer")
COLUMNS: Final = (
    *("given_name", *NEEDED, "born_on"),
    *("signatory_given_name", "signatory_family_name", "capacity"),
    *("channels", "groups", "everywhere", "matters"),
    *("form", "language", "method", "signed_on", "witness"),
)
"""Several channels, groups or matters stand in one cell, with spaces between."""
_YES: Final = frozenset({"yes", "true", "1"})


def check_columns(table: CsvTable) -> None:
    """
    Refuse a table that lacks a column, or has one that nobody reads.

    Raises:
        InvalidInput: Naming the column.
    """
    for each in NEEDED:
        if each not in table.columns:
            raise InvalidInput(f"The table has no column {each!r}.", field=each)
    unknown = [each for each in table.columns if each and each not in COLUMNS]
    if unknown:
        known = ", ".join(COLUMNS)
        raise InvalidInput(f"Nobody reads column {unknown[0]!r}; known are {known}.", field="file")


def answer_of(row: Row, form_of: Callable[[str], FormVersionId]) -> ReceivedAnswer:
    """
    Give the answer that a row bears.

    Args:
        form_of: Finds a version of a form by what people call it.

    Raises:
        InvalidInput: A cell cannot be read; the field names its column.
    """
    cell = row.cells
    signatory = None
    if cell.get("signatory_family_name"):
        given = cell.get("signatory_given_name", "")
        signatory = NamedPerson(given, cell["signatory_family_name"])
    person = NamedPerson(
        cell.get("given_name", ""), cell["family_name"], _day(cell.get("born_on", ""), "born_on")
    )
    words = {name: tuple(cell.get(name, "").split()) for name in ("channels", "groups", "matters")}
    form = cell.get("form", "")
    answer = ConsentDetails(
        person_id=PersonId(""),
        signatory_id=SignatoryId(""),
        capacity=_one_of(Capacity, cell.get("capacity") or Capacity.SELF.value, "capacity"),
        kind=_one_of(ActKind, cell["answer"], "answer"),
        reach=Reach(words["channels"], words["groups"], cell.get("everywhere", "").lower() in _YES),
        matters=frozenset(_one_of(Matter, each, "matters") for each in words["matters"]),
        form_version_id=form_of(form) if form else None,
        language=cell.get("language", ""),
        method=_one_of(Method, cell.get("method") or Method.PAPER.value, "method"),
        signing=Signing(on=_day(cell.get("signed_on", ""), "signed_on")),
        witness_note=cell.get("witness", ""),
    )
    return ReceivedAnswer(person, signatory, answer)


def _one_of(kind: type[E], text: str, field: str) -> E:
    try:
        return kind(text.strip().lower())
    except ValueError:
        raise InvalidInput("This is none of the words that are known.", field=field) from None


def _day(text: str, field: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise InvalidInput("A day is written 2026-05-12.", field=field) from None
