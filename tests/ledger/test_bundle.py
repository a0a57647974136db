"""
A row is exported in one form, and reads back as what it was.
"""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.bundle import Row, read_row, read_rows, write_row
from service.ledger.failures import Flaw, LogBroken, NotCanonical
from tests.ledger.logs import erase, make_row

LINE = write_row(make_row(1))
ERASED_LINE = write_row(erase(make_row(1)))


@pytest.mark.parametrize("row", [make_row(0), erase(make_row(1)), replace(make_row(2), salt=None)])
def test_a_row_reads_back_as_it_was(row: Row) -> None:
    assert row == read_row(write_row(row))


def test_an_erased_row_has_neither_entry_nor_salt() -> None:
    assert {"commitment", "entry_id", "format", "index"} == json.loads(ERASED_LINE).keys()


def test_an_entry_is_exported_as_the_very_text_that_was_committed_to() -> None:
    assert make_row(1).entry_bytes == json.loads(LINE)["entry"].encode()


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("index", None),
        ("index", "1"),
        ("index", True),
        ("index", -1.5),
        ("entry_id", 1),
        ("entry_id", None),
        ("commitment", "AB"),
        ("commitment", "a b"),
        ("commitment", "abc"),
        ("commitment", "no hex"),
        ("commitment", None),
        ("salt", 1),
        ("salt", None),
        ("salt", "é"),
        ("entry", 1),
        ("entry", {}),
        ("format", "1"),
        ("format", False),
        ("surprise", 1),
    ],
)
def test_a_row_with_another_kind_of_member_is_refused(member: str, value: object) -> None:
    content = {**json.loads(LINE), member: value}
    line = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    with pytest.raises(NotCanonical):
        read_row(line.encode())


@pytest.mark.parametrize("member", ["index", "entry_id", "commitment", "format"])
def test_a_row_without_a_member_is_refused(member: str) -> None:
    content = json.loads(ERASED_LINE)
    del content[member]

    with pytest.raises(NotCanonical):
        read_row(json.dumps(content, sort_keys=True, separators=(",", ":")).encode())


@pytest.mark.parametrize("line", [b"", b"[]", b"1", b"null", b'"row"', LINE + b" ", b" " + LINE])
def test_a_line_that_is_no_row_is_refused(line: bytes) -> None:
    with pytest.raises(NotCanonical):
        read_row(line)


def test_an_entry_that_is_not_even_text_is_not_exported_as_if_it_were() -> None:
    with pytest.raises(NotCanonical):
        write_row(replace(make_row(0), entry_bytes=b"\xff"))


@given(st.binary(max_size=60))
def test_bytes_from_anywhere_are_a_row_or_refused(line: bytes) -> None:
    with pytest.raises(NotCanonical):
        read_row(line)


def test_a_file_of_rows_is_read_line_by_line() -> None:
    rows = [make_row(0), erase(make_row(1)), make_row(2)]

    assert rows == list(read_rows(write_row(row) + b"\n" for row in rows))


def test_the_first_unreadable_line_of_a_file_is_named() -> None:
    lines = iter([LINE, LINE, b"not a row", LINE])

    with pytest.raises(LogBroken) as caught:
        list(read_rows(lines))

    assert (Flaw.ROW_UNREADABLE, 2) == (caught.value.flaw, caught.value.index)
    assert LINE == next(lines)
