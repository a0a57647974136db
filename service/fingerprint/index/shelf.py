"""
Lay points out in memory by their words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.sketch import GRADE_BITS, Codes, Sketch
from service.fingerprint.index.words import WORDS, Words

SHELF_PHOTOS: Final = 65_536
"""Rows fit into two bytes, and the votes for one shelf into the processor's cache."""

Places = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Points:
    """
    Hold the points of some photos, in whatever order.
    """

    words: Words = field(repr=False)
    rows: Places = field(repr=False)
    """Whose point it is: the row of the photo."""
    codes: Codes = field(repr=False)

    @classmethod
    def of(cls, sketches: Sequence[Sketch]) -> Self:
        """
        Give the points of all *sketches*.
        """
        lengths = [len(each.words) for each in sketches]
        return cls(
            np.concatenate([np.empty(0, np.uint16), *(each.words for each in sketches)]),
            np.repeat(np.arange(len(sketches), dtype=np.uint16), lengths),
            np.concatenate([np.empty(0, np.uint64), *(each.codes for each in sketches)]),
        )

    def __len__(self) -> int:
        """
        Count the points.
        """
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Shelf:
    """
    Hold the points of up to 65,536 photos, by word.
    """

    ids: tuple[str, ...] = field(repr=False)
    starts: NDArray[np.uint32] = field(repr=False)
    """Where the points of each word begin; one more says where all end."""
    rows: Places = field(repr=False)
    codes: Codes = field(repr=False)

    @classmethod
    def of(cls, ids: tuple[str, ...], points: Points) -> Self:
        """
        Put *points* in order.
        """
        order = np.argsort(points.words, kind="stable")
        starts = np.zeros(WORDS + 1, np.uint32)
        np.cumsum(np.bincount(points.words, minlength=WORDS), out=starts[1:])
        return cls(ids, starts, points.rows[order], points.codes[order])

    @property
    def nbytes(self) -> int:
        """
        Say how much memory the points take.
        """
        return self.starts.nbytes + self.rows.nbytes + self.codes.nbytes

    def points(self) -> Points:
        """
        Give the points, each with its word.
        """
        lengths = self.starts[1:] - self.starts[:-1]
        words = np.repeat(np.arange(WORDS, dtype=np.uint16), lengths)
        return Points(words, self.rows, self.codes)

    def joined(self, other: Self) -> Self:
        """
        Give one shelf that holds both.
        """
        ours, theirs = self.points(), other.points()
        behind = (theirs.rows + np.uint16(len(self.ids))).astype(np.uint16)
        both = Points(
            np.concatenate((ours.words, theirs.words)),
            np.concatenate((ours.rows, behind)),
            np.concatenate((ours.codes, theirs.codes)),
        )
        return self.of(self.ids + other.ids, both)

    def thinned(self, grades: int) -> Self:
        """
        Give a shelf that holds only points of the first so many grades.
        """
        points = self.points()
        kept = (points.codes & GRADE_BITS) < grades
        return self.of(
            self.ids, Points(points.words[kept], points.rows[kept], points.codes[kept])
        )  # fmt: skip
