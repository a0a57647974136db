"""
Lay fingerprints out in memory so that a search reads little of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.ids import ID_BYTES, packed, unpacked
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
PAGE_ROWS: Final = 524_288
"""
No array grows beyond this.

So growing never copies more than 35 MB, and of a million every core searches a part.
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
    """For each block, the first bytes behind all keys, then the second ones, and so on."""
    keys: NDArray[np.uint64] = field(repr=False)
    """For each block, the key of its first fingerprint."""
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
            heads=zeros(blocks * HEAD_BYTES * BLOCK_ROWS, np.uint8).reshape(blocks, HEAD_BYTES, -1),
            keys=zeros(blocks, np.uint64),
            shared=zeros(blocks, np.uint64),
            words=zeros(rows * FINGERPRINT_BYTES // 8, np.uint64).reshape(rows, -1),
            ids=zeros(rows * ID_BYTES, np.uint8).reshape(rows, -1),
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

        All are copied then, so they are put in order too.  Searches that are under way
        keep the arrays they have.
        """
        wanted = min(self.count + more, most)
        if wanted <= len(self.words):
            return self
        larger = self.empty(min(most, _up(max(len(self.words) * 5 // 4, wanted))))
        count = self.count
        order = order_of(self.words[:count].view(np.uint8))
        # To choose the mode is to need no copy in between.
        np.take(self.words, order, axis=0, out=larger.words[:count], mode="clip")
        np.take(self.ids, order, axis=0, out=larger.ids[:count], mode="clip")
        larger._place(np.arange(count), larger.words[:count].view(np.uint8))  # noqa: SLF001 -- ours
        return larger.counting(count, _moved(self.odd_ids, order))

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
        key = int.from_bytes(bits[:KEY_BYTES].tobytes(), "big")
        self.heads[block, :, place] = bits[KEY_BYTES : KEY_BYTES + HEAD_BYTES]
        if place == 0:
            self.keys[block], self.shared[block] = key, _ALL
        else:
            # Before the row is counted in: less in common is never wrong.
            differing = key ^ int(self.keys[block])
            self.shared[block] = int(self.shared[block]) & ~differing & _ALL

    def _place(self, at: NDArray[np.intp], rows: Rows) -> None:
        blocks, places = np.divmod(at, BLOCK_ROWS)
        self.heads[blocks, :, places] = rows[:, KEY_BYTES : KEY_BYTES + HEAD_BYTES]
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
    if not {FINGERPRINT_BYTES}.issuperset(map(len, bits)):
        raise ValueError("a fingerprint has 256 bits")
    return np.frombuffer(b"".join(bits), np.uint8).reshape(-1, FINGERPRINT_BYTES)


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


def _moved(odd_ids: dict[int, str], order: NDArray[np.intp]) -> dict[int, str]:
    """
    Give the ids by the rows that their fingerprints now have.
    """
    if not odd_ids:
        return {}
    rows_now = np.argsort(order)
    return {int(rows_now[row]): each for row, each in odd_ids.items()}


def _up(rows: int) -> int:
    return -(-rows // BLOCK_ROWS) * BLOCK_ROWS
