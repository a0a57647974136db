"""
Lay fingerprints out in memory so that a search reads little of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.ids import ID_BYTES, packed, unpacked

FINGERPRINT_BYTES: Final = 32
BLOCK_ROWS: Final = 64
"""As many bytes as the widest register has."""
HEAD_BYTES: Final = 19
"""
What a search reads of every fingerprint: 152 bits.

Of a million fingerprints of other photos about 700 are within 56 bits on these; on 128
bits it would be 100,000, on 160 bits 100.
"""
KEY_BYTES: Final = 8
PAGE_ROWS: Final = 1_048_576
"""No array grows beyond this, so growing never copies more than 70 MB."""
_HUGE_BYTES: Final = 2 * 1024 * 1024
"""
A huge page of the processor, if the system gives any.

numpy asks for them from 4 MB on.  Where an array begins with one, and all of it lies in
such pages, it is searched a third quicker.
"""
FIRST_ROWS: Final = 1024
_FEW: Final = 16

Rows = NDArray[np.uint8]
"""Fingerprints, a row of 32 bytes each."""


@dataclass(frozen=True, slots=True)
class Page:
    """
    Hold *count* fingerprints; what lies behind them is being written.
    """

    heads: NDArray[np.uint8] = field(repr=False)
    """For each block, its first bytes, then its second ones, and so on."""
    keys: NDArray[np.uint64] = field(repr=False)
    """For each block, the eight bytes behind the head of its first fingerprint."""
    shared: NDArray[np.uint64] = field(repr=False)
    """For each block, which bits of that key all of its fingerprints have."""
    words: NDArray[np.uint64] = field(repr=False)
    """Each fingerprint whole."""
    ids: NDArray[np.uint8] = field(repr=False)
    odd_ids: dict[int, str] = field(repr=False)
    """Ids that are no UUID, by row."""
    count: int

    @classmethod
    def empty(cls, rows: int = FIRST_ROWS) -> Self:
        """
        Give a page with room for so many.
        """
        blocks = rows // BLOCK_ROWS
        return cls(
            heads=_aligned(blocks * HEAD_BYTES * BLOCK_ROWS).reshape(blocks, HEAD_BYTES, -1),
            keys=np.zeros(blocks, np.uint64),
            shared=np.zeros(blocks, np.uint64),
            words=np.zeros((rows, FINGERPRINT_BYTES // 8), np.uint64),
            ids=np.zeros((rows, ID_BYTES), np.uint8),
            odd_ids={},
            count=0,
        )

    @property
    def blocks(self) -> int:
        """
        Count the blocks in use; the last may be partly full.
        """
        return -(-self.count // BLOCK_ROWS)

    @property
    def nbytes(self) -> int:
        """
        Say how much memory the arrays take.
        """
        arrays = (self.heads, self.keys, self.shared, self.words, self.ids)
        return sum(each.nbytes for each in arrays)

    def with_room(self, more: int, most: int) -> Self:
        """
        Give a page that can take *more*, up to *most* in all.

        Searches that are under way keep the arrays they have.
        """
        wanted = min(self.count + more, most)
        if wanted <= len(self.words):
            return self
        larger = self.empty(min(most, _up(max(len(self.words) * 5 // 4, wanted))))
        for name in ("heads", "keys", "shared", "words", "ids"):
            old = getattr(self, name)
            getattr(larger, name)[: len(old)] = old
        return larger.counting(self.count, self.odd_ids)

    def counting(self, count: int, odd_ids: dict[int, str]) -> Self:
        """
        Give the same arrays with another count.
        """
        return type(self)(
            self.heads, self.keys, self.shared, self.words, self.ids, odd_ids, count
        )  # fmt: skip

    def add(self, ids: Sequence[str], rows: Rows) -> Self:
        """
        Write behind what is held, and give the page that counts it in.

        There must be room.  A search that began before sees nothing of it.
        """
        first, total = self.count, self.count + len(ids)
        self.words[first:total] = rows.view(np.uint64)
        for row, photo_id in enumerate(ids, start=first):
            number = packed(photo_id)
            if number is None:
                self.odd_ids[row] = photo_id
            else:
                self.ids[row] = memoryview(number)
        if len(ids) < _FEW:
            for row, bits in enumerate(rows, start=first):
                self._place_one(row, bits)
        else:
            self._place(np.arange(first, total), rows)
        return self.counting(total, self.odd_ids)

    def id_of(self, row: int) -> str:
        """
        Give the id that a fingerprint is known as.
        """
        odd = self.odd_ids.get(row)
        return unpacked(self.ids[row].tobytes()) if odd is None else odd

    def _place_one(self, row: int, bits: Rows) -> None:
        block, place = divmod(row, BLOCK_ROWS)
        key = int.from_bytes(bits[HEAD_BYTES : HEAD_BYTES + KEY_BYTES].tobytes(), "big")
        self.heads[block, :, place] = bits[:HEAD_BYTES]
        if place == 0:
            self.keys[block], self.shared[block] = key, _ALL
        else:
            # Before the row is counted in: less in common is never wrong.
            differing = key ^ int(self.keys[block])
            self.shared[block] = int(self.shared[block]) & ~differing & _ALL

    def _place(self, at: NDArray[np.intp], rows: Rows) -> None:
        blocks, places = np.divmod(at, BLOCK_ROWS)
        self.heads[blocks, :, places] = rows[:, :HEAD_BYTES]
        keys = keys_of(rows)
        opening = places == 0
        self.keys[blocks[opening]] = keys[opening]
        self.shared[blocks[opening]] = _ALL
        np.bitwise_and.at(self.shared, blocks, ~(keys ^ self.keys[blocks]))


_ALL: Final = 2**64 - 1


def rows_of(bits: Sequence[bytes]) -> Rows:
    """
    Give fingerprints as rows of bytes.

    Raises:
        ValueError: One is not of 256 bits.
    """
    if any(len(one) != FINGERPRINT_BYTES for one in bits):
        raise ValueError("a fingerprint has 256 bits")
    return np.frombuffer(b"".join(bits), np.uint8).reshape(-1, FINGERPRINT_BYTES)


def keys_of(rows: Rows) -> NDArray[np.uint64]:
    """
    Give the eight bytes behind the head of each fingerprint, as numbers.
    """
    behind = np.ascontiguousarray(rows[:, HEAD_BYTES : HEAD_BYTES + KEY_BYTES])
    return behind.view(">u8").ravel().astype(np.uint64)


def _aligned(size: int) -> NDArray[np.uint8]:
    """
    Give zeros that begin with a huge page, or with a line of the cache if they are few.
    """
    border = _HUGE_BYTES if size > 2 * _HUGE_BYTES else BLOCK_ROWS
    wider = np.empty(size + border, np.uint8)
    start = -wider.ctypes.data % border
    inside = wider[start : start + size]
    inside.fill(0)
    return inside


def _up(rows: int) -> int:
    return -(-rows // BLOCK_ROWS) * BLOCK_ROWS
