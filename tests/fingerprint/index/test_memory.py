"""
Memory comes empty, ready to be written, and where the processor likes it.
"""

import numpy as np
import pytest

from service.fingerprint.index.memory import zeros

HUGE = 2 * 1024 * 1024


@pytest.mark.parametrize("count", [0, 1, HUGE // 8 - 1, HUGE // 8, HUGE])
def test_there_are_as_many_zeros_as_were_asked_for(count: int) -> None:
    taken = zeros(count, np.uint64)

    assert [0] * count == taken.tolist()


@pytest.mark.parametrize(("size", "border"), [(1, 64), (HUGE - 1, 64), (HUGE, HUGE)])
def test_many_begin_with_a_huge_page_and_few_with_a_line(size: int, border: int) -> None:
    assert 0 == zeros(size, np.uint8).ctypes.data % border


@pytest.mark.parametrize("size", [10, 3 * HUGE])
def test_what_is_written_stays_and_goes_nowhere_else(size: int) -> None:
    one, other = zeros(size, np.uint8), zeros(size, np.uint8)
    one[:] = 7

    assert (7 * size, 0) == (int(one.sum(dtype=np.int64)), int(other.sum(dtype=np.int64)))
