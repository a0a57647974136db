"""
Take memory from the system in huge pages, where it gives any.
"""

import mmap
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

_HUGE_BYTES: Final = 2 * 1024 * 1024
"""
A huge page of the processor.

A search goes through thousands of ordinary ones, each to be looked up.
"""
_LINE_BYTES: Final = 64
"""A line of the cache, and as many bytes as the widest register has."""

Number = TypeVar("Number", bound=np.generic)


def zeros(count: int, kind: type[Number]) -> NDArray[Number]:
    """
    Give so many zeros, aligned for the widest register.

    Many lie in pages of their own, straight from the system: memory that was used before
    and is used again keeps its small pages, however large the array.
    """
    size = count * np.dtype(kind).itemsize
    if size < _HUGE_BYTES:
        return _aligned(np.zeros(size + _LINE_BYTES, np.uint8), _LINE_BYTES, size).view(kind)
    taken = mmap.mmap(-1, size + 2 * _HUGE_BYTES, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    if hasattr(mmap, "MADV_HUGEPAGE"):
        taken.madvise(mmap.MADV_HUGEPAGE)
    return _aligned(np.frombuffer(taken, np.uint8), _HUGE_BYTES, size).view(kind)


def _aligned(wider: NDArray[np.uint8], border: int, size: int) -> NDArray[np.uint8]:
    start = -wider.ctypes.data % border
    return wider[start : start + size]
