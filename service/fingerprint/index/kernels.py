"""
Say who searches a page, and choose the quickest that works here.
"""

from functools import cache
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.arrays import FINGERPRINT_BYTES, Rows
from service.fingerprint.index.page import Page

_ROWS_AT_ONCE: Final = 16_384
"""What is computed for so many stays in the cache."""

Found = tuple[NDArray[np.int64], NDArray[np.uint16]]
"""Rows of a page, and how far each is; a row near several probes comes several times."""


class Kernel(Protocol):
    """
    Find all rows of a page near any of some probes, and no other.
    """

    name: str

    def near(self, page: Page, probes: Rows, radius_bits: int) -> Found:
        """
        Give every row at most *radius_bits* from a probe.
        """
        ...


class NumpyKernel:
    """
    Search with numpy alone: everywhere, and some twenty times slower.
    """

    name = "numpy"

    def near(self, page: Page, probes: Rows, radius_bits: int) -> Found:
        """
        Give every row at most *radius_bits* from a probe.
        """
        rows = [np.empty(0, np.int64)]
        distances = [np.empty(0, np.uint16)]
        for start in range(0, page.count, _ROWS_AT_ONCE):
            words = page.arrays.words[start : min(start + _ROWS_AT_ONCE, page.count)]
            for probe in words_of(probes):
                distance = np.bitwise_count(words ^ probe) @ _ONES
                near = np.flatnonzero(distance <= radius_bits)
                rows.append(near + start)
                distances.append(distance[near])
        return np.concatenate(rows), np.concatenate(distances)


@cache
def quickest() -> Kernel:
    """
    Give the compiled kernel, or numpy where there is none.

    numba may be missing, or unable to compile for this processor.
    """
    try:
        from service.fingerprint.index.compiled import CompiledKernel  # noqa: PLC0415 -- slow

        return CompiledKernel()
    except (ImportError, RuntimeError, OSError):
        return NumpyKernel()


def words_of(probes: Rows) -> NDArray[np.uint64]:
    """
    Give fingerprints as rows of four numbers.
    """
    return np.ascontiguousarray(probes).view(np.uint64).reshape(-1, _WORDS)


_WORDS: Final = FINGERPRINT_BYTES // 8
_ONES: Final = np.ones(_WORDS, np.uint16)
