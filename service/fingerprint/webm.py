"""
Look at the structure of a WebM before any of it is decoded.

It is a header and one segment, each with its identifier and its length before it (RFC
8794).  A browser that records leaves the length of the segment open; where it is told,
the file has to be that long.
"""

from typing import Final

from service.fingerprint.refusals import Reason, refusal

_SEGMENT: Final = b"\x18\x53\x80\x67"
_ID_BYTES: Final = 4
_MOST_LENGTH_BYTES: Final = 8


def inspect_webm(data: bytes) -> None:
    """
    Refuse a WebM that ends before its own length.
    """
    header_length, at = _length(data, _ID_BYTES)
    if header_length is None:
        raise refusal(Reason.DAMAGED)
    at += header_length
    if data[at : at + _ID_BYTES] != _SEGMENT:
        raise refusal(Reason.TRUNCATED if at >= len(data) else Reason.DAMAGED)
    length, at = _length(data, at + _ID_BYTES)
    if length is not None and at + length > len(data):
        raise refusal(Reason.TRUNCATED)


def _length(data: bytes, at: int) -> tuple[int | None, int]:
    """
    Read the length at *at*, None where it is left open, and where it ends.
    """
    if at >= len(data):
        raise refusal(Reason.TRUNCATED)
    width = _MOST_LENGTH_BYTES + 1 - data[at].bit_length()
    if width > _MOST_LENGTH_BYTES:
        raise refusal(Reason.DAMAGED)
    value = int.from_bytes(data[at : at + width]) & ((1 << 7 * width) - 1)
    return (None if value == (1 << 7 * width) - 1 else value), at + width
