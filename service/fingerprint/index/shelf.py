"""
Lay points out in memory by their words.
"""

from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.ids import Ids
from service.fingerprint.index.sketch import GRADE_MASK, WORD_BITS, Codes

SHELF_PHOTOS: Final = 65_536
"""Rows fit into two bytes, and what is counted for each into the processor's cache."""
_POINTS_A_WORD_BITS: Final = 3
_FEWEST_BITS: Final = 4
_LONGEST: Final = 64
"""
Words with so many times more points than others are not searched.

They hold one point in twelve of photographs, the least telling: edges, stripes, letters.
"""

Rows = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Shelf:
    """
    Hold the points of up to 65,536 photos, in the order of their codes.
    """

    ids: Ids = field(repr=False)
    codes: Codes = field(repr=False)
    rows: Rows = field(repr=False)
    """Whose point it is: the row of the photo."""
    starts: NDArray[np.uint32] = field(repr=False)
    """Where the points of each word begin; one more says where all end."""
    bits: int
    """So many first bits of a code are its word here: few words for few photos."""

    @classmethod
    def of(cls, ids: Ids, codes: Codes, rows: Rows, *, sorted_runs: bool = False) -> Self:
        """
        Put points in order.

        Args:
            sorted_runs: They are in order but for a few places, which is quicker.
        """
        order = np.argsort(codes, kind="stable" if sorted_runs else None)
        codes = codes[order]
        bits = max(_FEWEST_BITS, min(WORD_BITS, len(codes).bit_length() - _POINTS_A_WORD_BITS))
        words = (codes >> np.uint64(64 - bits)).astype(np.uint32)
        starts = np.searchsorted(words, np.arange((1 << bits) + 1, dtype=np.uint32))
        return cls(ids, codes, rows[order], starts.astype(np.uint32), bits)

    @property
    def nbytes(self) -> int:
        """
        Say how much memory it takes.
        """
        arrays = (self.ids.rows, self.codes, self.rows, self.starts)
        return sum(each.nbytes for each in arrays)

    @property
    def longest(self) -> int:
        """
        Say how many points of one word are searched at most.
        """
        return _LONGEST * (1 + (len(self.codes) >> self.bits))

    def joined(self, other: Self) -> Self:
        """
        Give one shelf that holds both.
        """
        behind = (other.rows + np.uint16(len(self.ids))).astype(np.uint16)
        return self.of(
            self.ids.joined(other.ids),
            np.concatenate((self.codes, other.codes)),
            np.concatenate((self.rows, behind)),
            sorted_runs=True,
        )

    def thinned(self, grades: int) -> Self:
        """
        Give a shelf that holds only points of the first so many grades.
        """
        kept = (self.codes & GRADE_MASK) < grades
        return self.of(self.ids, self.codes[kept], self.rows[kept], sorted_runs=True)
