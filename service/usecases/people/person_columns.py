"""
Turn the cells of a table into what is told about a person, and back.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from service.decision.ids import UnitId
from service.decision.people import Membership
from service.decision.terms import Category, MentalCapacity
from service.errors import InvalidInput
from service.records.people import PersonRecord
from service.usecases.people.person_details import PersonDetails

_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_BAR = re.compile(r"(?<!\\)\|")
"""What parts other names; one that holds a bar is written with a backslash before it."""
_YES_NO = {"yes": True, "oui": True, "ja": True, "1": True, "true": True} | {
    "no": False,
    "non": False,
    "nee": False,
    "nein": False,
    "0": False,
    "false": False,
}
UNIT = "unit"
"""Name or id of the unit the person belongs to."""


def _day(cell: str) -> date:
    day_first = _DAY_FIRST.fullmatch(cell)
    if day_first:
        return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
    return date.fromisoformat(cell)


def _yes_or_no(cell: str) -> bool:
    return _YES_NO[cell.lower()]


def _several(cell: str) -> tuple[str, ...]:
    parts = (part.strip() for part in _BAR.split(cell))
    return tuple(part.replace(r"\|", "|") for part in parts if part)


READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "external_id": str,
    "given_name": str,
    "family_name": str,
    "category": lambda cell: Category(cell.lower()),
    "jurisdiction": str,
    "aliases": _several,
    "born_on": _day,
    "known_adult": _yes_or_no,
    "died_on": _day,
    "mental_capacity": lambda cell: MentalCapacity(cell.lower()),
    "left_on": _day,
    "language": str,
    "email": str,
}
SOMEBODY_ELSE = "somebody_else"
"""Whoever looks like the person of this row is somebody else; no table that leaves has it."""
COLUMNS = (*READERS, UNIT)
_CELLS = {**READERS, SOMEBODY_ELSE: _yes_or_no}
_EXPECTED = {
    "category": f"one of {', '.join(Category)}",
    "born_on": "a day such as 2015-09-01 or 01/09/2015",
    "died_on": "a day such as 2015-09-01 or 01/09/2015",
    "left_on": "a day such as 2015-09-01 or 01/09/2015",
    "known_adult": "yes or no",
    SOMEBODY_ELSE: "yes or no",
    "mental_capacity": f"one of {', '.join(MentalCapacity)}",
}


def check_columns(columns: tuple[str, ...]) -> None:
    """
    Refuse columns that mean nothing here, and a lack of outside numbers.

    Raises:
        InvalidInput: Naming the column; a misspelt column would be lost in silence.
    """
    known = (*COLUMNS, SOMEBODY_ELSE)
    unknown = [each for each in columns if each not in known]
    if unknown:
        message = f"Column {unknown[0][:40]!r} is not known; known are {', '.join(known)}."
        raise InvalidInput(message, field="file")
    if "external_id" not in columns:
        message = "The column external_id is needed, so that an import can be run again."
        raise InvalidInput(message, field="file")


def details_of(cells: Mapping[str, str]) -> PersonDetails:
    """
    Read one row; an empty cell says nothing.

    Raises:
        InvalidInput: A cell cannot be read; its value is not repeated.
    """
    told: dict[str, Any] = {}
    for column, cell in cells.items():
        if cell and column in READERS:
            told[column] = _read(column, cell)
    if "external_id" not in told:
        raise InvalidInput("The outside number is needed.", field="external_id")
    return PersonDetails(**told)


def is_somebody_else(cells: Mapping[str, str]) -> bool:
    """
    Tell whether a row is said to be none of those who look the same.

    Raises:
        InvalidInput: The cell is neither a yes nor a no.
    """
    cell = cells.get(SOMEBODY_ELSE, "")
    return bool(cell) and bool(_read(SOMEBODY_ELSE, cell))


def with_unit(known: tuple[Membership, ...], unit_id: UnitId) -> tuple[Membership, ...]:
    """
    Give memberships with one in *unit_id* that has not ended.
    """
    if any(each.unit_id == unit_id and each.until_on is None for each in known):
        return known
    return (*known, Membership(unit_id=unit_id))


def cells_of(person: PersonRecord) -> tuple[str, ...]:
    """
    Write a person as one row, in the order of `COLUMNS`.
    """
    units = [each.unit_id for each in person.memberships if each.until_on is None]
    values = [getattr(person, column) for column in READERS]
    return (*map(_written, values), units[-1] if units else "")


def _read(column: str, cell: str) -> Any:  # noqa: ANN401  # of the column's type
    """
    Read one cell.
    """
    try:
        return _CELLS[column](cell)
    except (ValueError, KeyError):
        raise InvalidInput(f"Expected {_EXPECTED[column]}.", field=column) from None


def _written(value: object) -> str:
    """
    Write one value so that `_read` would read it.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " | ".join(each.replace("|", r"\|") for each in value)
    return str(value)
