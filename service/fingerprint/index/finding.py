"""
Find the points of a shelf that look like the spots that are looked for.
"""

from functools import cache
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.shelf import Shelf
from service.fingerprint.index.sketch import GRADE_MASK, WORD_BITS, Codes

NEAR_WORD_BITS: Final = 1
"""Words that differ in more bits are not looked up."""
NEAR_BITS: Final = 6
"""
A point whose code differs in more of its 60 bits is another spot.

At 9 bits, even counted less, no more photos were found, in twice the time.
"""
WORTH_SHARING: Final = 10_000
"""Among fewer photos one core is done before another has begun."""
_AT_ONCE: Final = 128

Found = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Spots, and for each a photo that has it; every pair once."""


class Finder(Protocol):
    """
    Find which photos of a shelf have which spots.
    """

    name: str

    def found(self, shelf: Shelf, spots: Codes) -> Found:
        """
        Give every spot with the row of every photo that has it.
        """
        ...


class NumpyFinder:
    """
    Find with numpy alone.
    """

    name = "numpy"

    def found(self, shelf: Shelf, spots: Codes) -> Found:
        """
        Give every spot with the row of every photo that has it.
        """
        pairs = [
            _pairs(shelf, spots[start : start + _AT_ONCE], start)
            for start in range(0, len(spots), _AT_ONCE)
        ]
        both = np.unique(np.concatenate([np.empty(0, np.int64), *pairs]))
        return both >> _ROW_BITS, both & _ROW_MASK


def _pairs(shelf: Shelf, spots: Codes, first: int) -> NDArray[np.int64]:
    words = (spots >> np.uint64(64 - shelf.bits)).astype(np.int64)[:, None] ^ _flips(shelf.bits)
    starts = shelf.starts[words].astype(np.int64).ravel()
    lengths = shelf.starts[words + 1].astype(np.int64).ravel() - starts
    lengths[lengths > shelf.longest] = 0
    ends = np.cumsum(lengths)
    points = np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths)
    asking = np.repeat(np.repeat(np.arange(len(spots)), words.shape[1]), lengths)
    apart = (shelf.codes[points] ^ spots[asking]) & ~GRADE_MASK
    near = np.bitwise_count(apart) <= NEAR_BITS
    near &= np.bitwise_count(apart >> _BEHIND_WORD) <= NEAR_WORD_BITS
    both = ((asking[near] + first) << _ROW_BITS) | shelf.rows[points[near]]
    return np.asarray(both, np.int64)


def _flips(bits: int) -> NDArray[np.int64]:
    """
    Give what turns a word into itself, and each of its bits over.
    """
    return np.concatenate((np.zeros(1, np.int64), 1 << np.arange(bits)))


@cache
def quickest() -> Finder:
    """
    Give the compiled finder, or numpy where there is none.
    """
    try:
        from service.fingerprint.index.finding_compiled import (  # noqa: PLC0415 -- slow
            CompiledFinder,
        )

        return CompiledFinder()
    except (ImportError, RuntimeError, OSError):
        return NumpyFinder()


_BEHIND_WORD: Final = np.uint64(64 - WORD_BITS)
_ROW_BITS: Final = 16
_ROW_MASK: Final = (1 << _ROW_BITS) - 1
