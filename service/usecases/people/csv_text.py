"""
Read and write tables as people's programs do: CSV in its dialects.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from service.errors import InvalidInput

SEPARATORS = {";": "semicolon", ",": "comma", "\t": "tab"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FIELD = "file"
csv.field_size_limit(2**31 - 1)
"""How long a cell may be is said by what it is for, with its row; the whole is measured."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row of a table, with the number that a spreadsheet shows beside it.
    """

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """
    A table as it was read, and how.
    """

    encoding: str
    separator: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_csv(content: bytes, *, most_rows: int) -> CsvTable:
    """
    Read a table whose first row names the columns.

    Raises:
        InvalidInput: Neither UTF-8 nor Windows-1252, no or doubled columns, too
            many rows, a row that is longer than the first, a quote out of place.
    """
    encoding, text = _decoded(content)
    header = text.partition("\n")[0]
    separator = max(SEPARATORS, key=header.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        message = (
            "A quote in this table does not end, or stands within a cell: there it is written"
            " twice, and the cell between quotes."
        )
        raise InvalidInput(message, field=_FIELD) from None
    return table_of(encoding, SEPARATORS[separator], lines, most_rows=most_rows)


def table_of(encoding: str, separator: str, lines: list[list[str]], *, most_rows: int) -> CsvTable:
    """
    Give lines of cells as a table whose first line names the columns.

    Raises:
        InvalidInput: No or doubled columns, too many rows, a row that is too long.
    """
    columns = tuple(each.strip().lower() for each in lines[0]) if lines else ()
    _check_columns(columns)
    rows = tuple(_rows(columns, lines[1:]))
    if len(rows) > most_rows:
        raise InvalidInput(f"At most {most_rows} rows at once; cut it in parts.", field=_FIELD)
    return CsvTable(encoding, separator, columns, rows)


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """
    Write a table for spreadsheets: UTF-8 with its mark, no cell a formula.
    """
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([neutral_cell(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + written.getvalue().encode()


def neutral_cell(cell: str) -> str:
    """
    Keep a spreadsheet from running what somebody typed (threat T20).
    """
    return f"'{cell}" if _looks_marked(cell) else cell


def plain_cell(cell: str) -> str:
    """
    Undo `neutral_cell`, so that what we wrote can be read back.
    """
    trimmed = cell.strip()
    return trimmed[1:] if trimmed.startswith("'") and _looks_marked(trimmed) else trimmed


def _looks_marked(cell: str) -> bool:
    """
    Tell whether a cell is a formula but for marks: one typed like that is marked, too.
    """
    return cell.lstrip("'").startswith(_FORMULA)


def _decoded(content: bytes) -> tuple[str, str]:
    """
    Find out the encoding; what it was taken for is told to whoever sent it.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "This table is in UTF-16; save it as CSV UTF-8."
        raise InvalidInput(message, field=_FIELD)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return ("UTF-8" if encoding == "utf-8-sig" else "Windows-1252"), text
    message = "This table is neither in UTF-8 nor in Windows-1252; save it as CSV UTF-8."
    raise InvalidInput(message, field=_FIELD)


def _check_columns(columns: tuple[str, ...]) -> None:
    """
    Refuse a table without columns, and two of one name.
    """
    if not any(columns):
        raise InvalidInput("The first row names the columns; this table has none.", field=_FIELD)
    if len(set(columns)) != len(columns):
        raise InvalidInput("Two columns have the same name.", field=_FIELD)


def _rows(columns: tuple[str, ...], lines: list[list[str]]) -> Iterator[Row]:
    """
    Give each row with its number, leaving out empty ones.
    """
    for number, cells in enumerate(lines, start=2):
        if len(cells) > len(columns):
            raise InvalidInput(f"Row {number} has more cells than the first row.", field=_FIELD)
        named = dict(zip(columns, map(plain_cell, cells), strict=False))
        if any(named.values()):
            yield Row(number, named)
