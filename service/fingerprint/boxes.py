"""
Look at the structure of an MP4 or MOV before any of it is decoded.

Such a file is a chain of boxes, some of which hold boxes again (ISO/IEC 14496-12).
Decoders forgive a chain that ends early, and may look for the pictures in another file
that the clip names: neither passes here.
"""

from collections.abc import Iterator
from typing import Final

from service.fingerprint.refusals import Reason, refusal

_HEADER_BYTES: Final = 8
_LONG_HEADER_BYTES: Final = 16
_TO_THE_END: Final = 0
_LONG: Final = 1
_MOST_BOXES: Final = 100_000
_PATH: Final = {
    b"": b"moov",
    b"moov": b"trak",
    b"trak": b"mdia",
    b"mdia": b"minf",
    b"minf": b"dinf",
    b"dinf": b"dref",
}
"""From the file down to where each track says in which files its pictures are."""
_ENTRIES_AT: Final = 8
"""In `dref`: after version, flags and number of entries."""
_FLAGS_BYTES: Final = 4
_IN_THIS_FILE: Final = 1
"""The flag of an entry that names no other file."""


def inspect_boxes(data: bytes) -> None:
    """
    Refuse a clip that ends early or takes its pictures from elsewhere.
    """
    found = {kind for kind, _, _ in _boxes(data, 0, len(data))}
    if b"moov" not in found:
        raise refusal(Reason.TRUNCATED)
    for start, end in _within(data, b"", 0, len(data)):
        for _, content, stop in _boxes(data, start + _ENTRIES_AT, end):
            flags = int.from_bytes(data[content : min(content + _FLAGS_BYTES, stop)])
            if not flags & _IN_THIS_FILE:
                raise refusal(Reason.ELSEWHERE)


def _within(data: bytes, parent: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """
    Give where the content of each innermost box of the path begins and ends.
    """
    wanted = _PATH.get(parent)
    if wanted is None:
        yield start, end
        return
    for kind, content, stop in _boxes(data, start, end):
        if kind == wanted:
            yield from _within(data, kind, content, stop)


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """
    Give kind, beginning and end of the content of each box in a chain.
    """
    at = start
    for _ in range(_MOST_BOXES):
        if not data[at:end].strip(b"\0") if end - at < _HEADER_BYTES else at >= end:
            return
        size, header = int.from_bytes(data[at : at + 4]), _HEADER_BYTES
        if size == _LONG:
            size, header = int.from_bytes(data[at + 8 : at + 16]), _LONG_HEADER_BYTES
        elif size == _TO_THE_END:
            size = end - at
        if size < header:
            raise refusal(Reason.DAMAGED)
        if at + size > end:
            raise refusal(Reason.TRUNCATED)
        yield data[at + 4 : at + 8], at + header, at + size
        at += size
    raise refusal(Reason.DAMAGED)
