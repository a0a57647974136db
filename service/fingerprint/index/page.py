"""
Hold a piece of an index.

A search reads what is counted, while more is written behind.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.arrays import BLOCK_ROWS, Arrays, Rows, order_of
from service.fingerprint.index.ids import ID_BYTES, packed, unpacked

PAGE_ROWS: Final = 524_288
"""
No array grows beyond this.

So growing never copies more than 35 MB, and of a million every core searches a part.
"""
FIRST_ROWS: Final = 1024
_NO_NUMBER: Final = bytes(ID_BYTES)


@dataclass(frozen=True, slots=True)
class Page:
    """
    Hold *count* fingerprints; what lies behind them is being written.
    """

    arrays: Arrays = field(repr=False)
    odd_ids: dict[int, str] = field(repr=False)
    """Ids that are no UUID, by row."""
    count: int

    @classmethod
    def empty(cls, rows: int = FIRST_ROWS) -> Self:
        """
        Give a page with room for so many.
        """
        return cls(Arrays(rows), {}, 0)

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
        return self.arrays.nbytes

    @property
    def room(self) -> int:
        """
        Count the rows that are free.
        """
        return len(self.arrays) - self.count

    def with_room(self, more: int, most: int) -> Self:
        """
        Give a page that can take *more*, up to *most* in all.

        All are copied then, so they are put in order too.  Searches that are under way
        keep the arrays they have.
        """
        wanted = min(self.count + more, most)
        held = self.arrays
        if wanted <= len(held):
            return self
        larger = Arrays(min(most, _up(max(len(held) * 5 // 4, wanted))))
        count = self.count
        order = order_of(held.words[:count].view(np.uint8))
        # To choose the mode is to need no copy in between.
        np.take(held.words, order, axis=0, out=larger.words[:count], mode="clip")
        np.take(held.ids, order, axis=0, out=larger.ids[:count], mode="clip")
        larger.place(np.arange(count), larger.words[:count].view(np.uint8))
        return type(self)(larger, _moved(self.odd_ids, order), count)

    def add(self, ids: Sequence[str], rows: Rows) -> Self:
        """
        Write behind what is held, and give the page that counts it in.

        There must be room.  A search that began before sees nothing of it.
        """
        first, total = self.count, self.count + len(ids)
        numbers = b"".join(self._number(row, each) for row, each in enumerate(ids, start=first))
        self.arrays.ids[first:total] = np.frombuffer(numbers, np.uint8).reshape(-1, ID_BYTES)
        self.arrays.words[first:total] = rows.view(np.uint64)
        self.arrays.place(np.arange(first, total), rows)
        return type(self)(self.arrays, self.odd_ids, total)

    def add_few(self, ids: Sequence[str], bits: Sequence[bytes]) -> Self:
        """
        Do the same one by one, which is quicker for a few.
        """
        row = self.count
        for photo_id, each in zip(ids, bits, strict=True):
            self.arrays.write(row, each, self._number(row, photo_id))
            row += 1
        return type(self)(self.arrays, self.odd_ids, row)

    def id_of(self, row: int) -> str:
        """
        Give the id that a fingerprint is known as.
        """
        odd = self.odd_ids.get(row)
        return unpacked(self.arrays.ids[row].tobytes()) if odd is None else odd

    def _number(self, row: int, photo_id: str) -> bytes:
        """
        Give the bytes of an id, and keep what is no UUID as it is.
        """
        number = packed(photo_id)
        if number is None:
            self.odd_ids[row] = photo_id
            return _NO_NUMBER
        return number


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
