"""
Read and write workbooks (XLSX): one sheet, text in every cell.

A cell that begins like a formula is written as text with the same mark as in CSV; a
formula that comes in is refused, for nobody here computes it.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final

from service.errors import InvalidInput
from service.usecases.people.csv_text import (
    CsvTable,
    neutral_cell,
    read_csv,
    table_of,
    write_csv,
)

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
START: Final = b"PK\x03\x04"
_MOST_UNPACKED_BYTES: Final = 60 * 1024 * 1024
_MOST_PARTS: Final = 500
_MOST_COLUMNS: Final = 60
_FIELD: Final = "file"
_BROKEN: Final = (KeyError, ValueError, TypeError, AttributeError, OSError, zipfile.BadZipFile)


def read_table(content: bytes, *, most_rows: int) -> CsvTable:
    """
    Read a table, be it a workbook or CSV.

    Raises:
        InvalidInput: It cannot be read, or is no table.
    """
    read = read_workbook if content.startswith(START) else read_csv
    return read(content, most_rows=most_rows)


def write_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, as_workbook: bool
) -> bytes:
    """
    Write a table as a workbook or as CSV.
    """
    return write_workbook(columns, rows) if as_workbook else write_csv(columns, rows)


def write_workbook(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """
    Write a table as a workbook; no cell is a formula.
    """
    from openpyxl import Workbook  # noqa: PLC0415 -- slow, and few commands see a workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("obstat")
    sheet.append(list(columns))
    for row in rows:
        sheet.append([neutral_cell(cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read_workbook(content: bytes, *, most_rows: int) -> CsvTable:
    """
    Read the first sheet of a workbook, whose first row names the columns.

    Raises:
        InvalidInput: It is none, unpacks to too much, holds a formula, or is no
            table that could be read as CSV.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 -- slow to load
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 -- slow

    _check_size(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        lines = [
            [_text(cell.value, cell.data_type) for cell in row]
            for row in book.worksheets[0].iter_rows(max_row=most_rows + 2, max_col=_MOST_COLUMNS)
        ]
        book.close()
    except InvalidInput:
        raise
    except (*_BROKEN, InvalidFileException, IndexError, SyntaxError):
        raise InvalidInput("This workbook cannot be read.", field=_FIELD) from None
    width = max((len(_trimmed(line)) for line in lines[:1]), default=0)
    cut = [line[: max(width, len(_trimmed(line)))] for line in lines]
    return table_of("XLSX", "sheet", cut, most_rows=most_rows)


def _check_size(content: bytes) -> None:
    """
    Refuse a bomb before it is unpacked (threat T12).

    Raises:
        InvalidInput: It is no archive, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise InvalidInput("This workbook cannot be read.", field=_FIELD) from None
    if len(parts) > _MOST_PARTS or sum(each.file_size for each in parts) > _MOST_UNPACKED_BYTES:
        raise InvalidInput("This workbook unpacks to too much.", field=_FIELD)


def _text(value: object, kind: str) -> str:
    """
    Give a cell as it would stand in CSV.

    Raises:
        InvalidInput: It is a formula, or an error of one.
    """
    if kind in {"f", "e"}:
        message = "A cell holds a formula; save the values only."
        raise InvalidInput(message, field=_FIELD)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        midnight = value.time() == datetime.min.time()
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _trimmed(line: Sequence[str]) -> Sequence[str]:
    end = len(line)
    while end and not line[end - 1]:
        end -= 1
    return line[:end]
