"""
Write and read the rows of an export: one canonical JSON object a line.

    {"commitment":"<hex>","entry":"<text>","entry_id":"…","format":1,"index":0,"salt":"<hex>"}

`entry` is the canonical text of the entry itself, as one string; `entry` and `salt`
are absent after an erasure.  What surrounds the rows (names of files, the heads)
is the exporter's; heads travel as signed notes, unchanged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.ledger.canonical import Plain, canonical, parse_canonical
from service.ledger.entry import FORMAT_VERSION
from service.ledger.failures import Flaw, LogBroken, NotCanonical


@dataclass(frozen=True, slots=True)
class Row:
    """
    One line of the log, as stored and as exported.
    """

    index: int
    entry_id: str
    commitment: bytes
    salt: bytes | None = None
    entry_bytes: bytes | None = None
    format_version: int = FORMAT_VERSION


def write_row(row: Row) -> bytes:
    """
    Return the exported line of *row*, without a line feed.

    Raises:
        NotCanonical: If the entry is not even text.
    """
    content: dict[str, Plain] = {
        "commitment": row.commitment.hex(),
        "entry_id": row.entry_id,
        "format": row.format_version,
        "index": row.index,
    }
    if row.salt is not None:
        content["salt"] = row.salt.hex()
    if row.entry_bytes is not None:
        try:
            content["entry"] = row.entry_bytes.decode()
        except UnicodeDecodeError:
            raise NotCanonical("an entry is text in UTF-8") from None
    return canonical(content)


def read_row(line: bytes) -> Row:
    """
    Return the row that is written as *line*, without a line feed.

    Raises:
        NotCanonical: If `write_row` would not have written exactly this.
    """
    content = parse_canonical(line)
    if not isinstance(content, dict):
        raise NotCanonical("a row is an object")
    try:
        row = Row(
            index=_whole(content["index"]),
            entry_id=_text(content["entry_id"]),
            commitment=_octets(content["commitment"]),
            salt=_octets(content["salt"]) if "salt" in content else None,
            entry_bytes=_text(content["entry"]).encode() if "entry" in content else None,
            format_version=_whole(content["format"]),
        )
    except KeyError as missing:
        raise NotCanonical(f"a row has {missing.args[0]}") from None
    if write_row(row) != line:
        raise NotCanonical("a row has no other members, and hex in small letters")
    return row


def read_rows(lines: Iterable[bytes]) -> Iterator[Row]:
    """
    Yield the rows of an export, for `verify_log`.

    Raises:
        LogBroken: At the first line that is not a row.
    """
    for index, line in enumerate(lines):
        try:
            yield read_row(line.removesuffix(b"\n"))
        except NotCanonical as refused:
            raise LogBroken(Flaw.ROW_UNREADABLE, index, str(refused)) from None


def _whole(value: Plain) -> int:
    """
    Return *value* if it is a whole number.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise NotCanonical("index and format are whole numbers")
    return value


def _text(value: Plain) -> str:
    """
    Return *value* if it is text.
    """
    if not isinstance(value, str):
        raise NotCanonical("every other member of a row is text")
    return value


def _octets(value: Plain) -> bytes:
    """
    Return the bytes that *value* writes in hex.
    """
    try:
        return bytes.fromhex(_text(value))
    except ValueError:
        raise NotCanonical("commitment and salt are written in hex") from None
