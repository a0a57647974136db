"""
Look at the structure of a JPEG before any of it is decoded.

A few kilobytes of progressive scans can keep a decoder busy for minutes, each pass
over the whole picture (threat T12).
"""

import re
from typing import Final

from service.fingerprint.picture import Limits
from service.fingerprint.refusals import Reason, refusal, too_much_metadata

_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = 0xD9
_COMMENT: Final = 0xFE
_FIRST_APPLICATION: Final = 0xE0
_LAST_APPLICATION: Final = 0xEF
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that no length follows."""
_SCAN_STARTS: Final = re.compile(rb"\xff\xda")
_NEXT_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def inspect_jpeg(data: bytes, limits: Limits) -> None:
    """
    Refuse a JPEG with more passes or metadata than a picture needs.
    """
    # Scan marks in a thumbnail or in a video behind the picture count here as well, so
    # only a file that exceeds the limit by this quick count is walked precisely.
    quick = len(_SCAN_STARTS.findall(data)) > limits.max_scans
    metadata_bytes, scans = _walk(data, to_the_end=quick)
    if metadata_bytes > limits.max_metadata_bytes:
        raise too_much_metadata(limits)
    if scans > limits.max_scans:
        raise refusal(Reason.TOO_MANY_SCANS, limit=limits.max_scans)


def _walk(data: bytes, *, to_the_end: bool) -> tuple[int, int]:
    """
    Add up metadata and scans, to the first scan or to the end.

    Stops without complaint where the structure does; refusing that is the decoder's
    task.
    """
    metadata_bytes = scans = 0
    at = 2
    while found := _NEXT_MARKER.search(data, at):
        marker = data[found.end() - 1]
        at = found.end()
        if marker == _END_OF_IMAGE:
            break
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        at += max(length, 2)
        if marker == _START_OF_SCAN:
            scans += 1
            if not to_the_end:
                break
        elif marker == _COMMENT or _FIRST_APPLICATION <= marker <= _LAST_APPLICATION:
            metadata_bytes += length
    return metadata_bytes, scans
