"""
Lay fingerprints out in memory so that a search reads little of them.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.ids import ID_BYTES
from service.fingerprint.index.memory import zeros

FINGERPRINT_BYTES: Final = 32
BLOCK_ROWS: Final = 64
"""As many bytes as the widest register has."""
KEY_BYTES: Final = 8
"""
What fingerprints are put in order by: the first bytes, of the coarsest detail.

They tell least apart, so neighbours have most of them in common: twelve bits among
180,000 pieces of 300 photographs.
"""
HEAD_BYTES: Final = 17
"""
What a search reads of every fingerprint, behind its key: 136 bits.

Of a million such pieces 27,000 are within 56 bits on these, and 3,400 once the bits that
their block has in common are counted too; of bytes one less it would be 16,000.
"""

Rows = NDArray[np.uint8]
"""Fingerprints, a row of 32 bytes each."""

_ALL: Final = 2**64 - 1
_WHOLE: Final = frozenset({FINGERPRINT_BYTES})


class Arrays:
    """
    Hold room for fingerprints, a multiple of 64, and write into it.
    """

    __slots__ = ("_as_bytes", "_as_numbers", "heads", "ids", "keys", "shared", "words")

    def __init__(self, rows: int) -> None:
        """
        Make room for so many.
        """
        blocks = rows // BLOCK_ROWS
        heads = zeros(blocks * HEAD_BYTES * BLOCK_ROWS, np.uint8)
        self.heads: NDArray[np.uint8] = heads.reshape(blocks, HEAD_BYTES, -1)
        """For each block, the first bytes behind all keys, then the second ones, and so on."""
        self.keys: NDArray[np.uint64] = zeros(blocks, np.uint64)
        """For each block, the key of its first fingerprint."""
        self.shared: NDArray[np.uint64] = zeros(blocks, np.uint64)
        """For each block, which bits of that key all of its fingerprints have."""
        words = zeros(rows * FINGERPRINT_BYTES // 8, np.uint64)
        self.words: NDArray[np.uint64] = words.reshape(rows, -1)
        """Each fingerprint whole."""
        ids = zeros(rows * ID_BYTES, np.uint8)
        self.ids: NDArray[np.uint8] = ids.reshape(rows, -1)
        # To write one row, numpy takes several times as long as these.
        self._as_bytes = (heads.data, words.view(np.uint8).data, ids.data)
        self._as_numbers = (self.keys.data, self.shared.data)

    def __len__(self) -> int:
        """
        Count the fingerprints that there is room for.
        """
        return len(self.words)

    @property
    def nbytes(self) -> int:
        """
        Say how much memory the arrays take.
        """
        arrays = (self.heads, self.keys, self.shared, self.words, self.ids)
        return sum(each.nbytes for each in arrays)

    def write(self, row: int, bits: bytes, number: bytes) -> None:
        """
        Write one fingerprint with the *number* of its id.
        """
        heads, words, ids = self._as_bytes
        keys, shared = self._as_numbers
        words[row * FINGERPRINT_BYTES : (row + 1) * FINGERPRINT_BYTES] = bits
        ids[row * ID_BYTES : (row + 1) * ID_BYTES] = number
        block, place = divmod(row, BLOCK_ROWS)
        first = block * HEAD_BYTES * BLOCK_ROWS
        rest = bits[KEY_BYTES : KEY_BYTES + HEAD_BYTES]
        heads[first + place : first + HEAD_BYTES * BLOCK_ROWS : BLOCK_ROWS] = rest
        key = int.from_bytes(bits[:KEY_BYTES], "big")
        if place == 0:
            keys[block], shared[block] = key, _ALL
        else:
            # Before the row is counted in: less in common is never wrong.
            shared[block] &= ~(key ^ keys[block])

    def place(self, at: NDArray[np.intp], rows: Rows) -> None:
        """
        Write what a search reads first of fingerprints *at* some rows.
        """
        blocks, places = np.divmod(at, BLOCK_ROWS)
        self.heads[blocks, :, places] = rows[:, KEY_BYTES : KEY_BYTES + HEAD_BYTES]
        keys = keys_of(rows)
        opening = places == 0
        self.keys[blocks[opening]] = keys[opening]
        self.shared[blocks[opening]] = _ALL
        np.bitwise_and.at(self.shared, blocks, ~(keys ^ self.keys[blocks]))


def checked(bits: Sequence[bytes]) -> Sequence[bytes]:
    """
    Give fingerprints back.

    Raises:
        ValueError: One is not of 256 bits.
    """
    if not _WHOLE.issuperset(map(len, bits)):
        raise ValueError("a fingerprint has 256 bits")
    return bits


def rows_of(bits: Sequence[bytes]) -> Rows:
    """
    Give fingerprints as rows of bytes.

    Raises:
        ValueError: One is not of 256 bits.
    """
    return np.frombuffer(b"".join(checked(bits)), np.uint8).reshape(-1, FINGERPRINT_BYTES)


def keys_of(rows: Rows) -> NDArray[np.uint64]:
    """
    Give the first eight bytes of each fingerprint, as numbers.
    """
    first = np.ascontiguousarray(rows[:, :KEY_BYTES])
    return first.view(">u8").ravel().astype(np.uint64)


def order_of(rows: Rows) -> NDArray[np.intp]:
    """
    Give the order in which neighbours have most of their keys in common.

    It is that of a Gray code: where the next number would change many bits at once, it has one
    that changes.
    """
    places = keys_of(rows)
    for shift in (1, 2, 4, 8, 16, 32):
        places ^= places >> np.uint64(shift)
    # They mostly are in order already: that is what this kind of sorting is quick at.
    return np.argsort(places, kind="stable")
