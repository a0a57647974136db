"""
A block of IPTC-IIM, which is older than XMP -> its texts, under limits.

Pure: bytes in, values out.  What comes before the first thing that is broken is kept, as
other programs do.
"""

from collections.abc import Mapping
from typing import Final

CREATOR: Final = (2, 80)
CREDIT: Final = (2, 110)
NOTICE: Final = (2, 116)
_CODED_AS: Final = (1, 90)
_UTF_8: Final = b"\x1b%G"
_TAG: Final = 0x1C
_HEAD_BYTES: Final = 5
_LONGEST: Final = 0x7FFF
"""More is said in another way, for pictures within pictures: no text needs it."""
MAX_BLOCK_BYTES: Final = 256 * 1024
_MOST_SETS: Final = 1_000


def texts_in(block: bytes) -> Mapping[tuple[int, int], tuple[str, ...]]:
    """
    Give every text by record and dataset; never raises.
    """
    found: dict[tuple[int, int], list[bytes]] = {}
    at = 0
    for _ in range(_MOST_SETS):
        head = block[at : at + _HEAD_BYTES]
        if len(head) < _HEAD_BYTES or head[0] != _TAG:
            break
        length = int.from_bytes(head[3:], "big")
        at += _HEAD_BYTES
        if length > _LONGEST or at + length > min(len(block), MAX_BLOCK_BYTES):
            break
        found.setdefault((head[1], head[2]), []).append(block[at : at + length])
        at += length
    is_utf_8 = _UTF_8 in found.pop(_CODED_AS, [])
    return {
        name: tuple(_decoded(each, is_utf_8=is_utf_8) for each in several)
        for name, several in found.items()
    }


def _decoded(octets: bytes, *, is_utf_8: bool) -> str:
    """
    Read a text as it says, or as it can be: most who say nothing wrote UTF-8 as well.
    """
    if is_utf_8:
        return octets.decode("utf-8", "ignore")
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("latin-1")
