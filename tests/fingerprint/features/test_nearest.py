"""
Of every point the two likest in another picture are found.
"""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from service.fingerprint.features.nearest import nearest_two


@given(
    seed=some.integers(0, 2**32 - 1),
    asked=some.sampled_from([0, 1, 127, 128, 129, 300]),
    stored=some.integers(2, 40),
    spread=some.sampled_from([1, 8, 255]),
)
@settings(max_examples=60, deadline=None)
def test_the_two_nearest_are_those_that_comparing_bit_by_bit_gives(
    seed: int, asked: int, stored: int, spread: int
) -> None:
    """
    Where few bits are set many are equally near, and the first of them counts.
    """
    chance = np.random.default_rng(seed)
    ours = chance.integers(0, spread, (asked, 32), np.uint8, endpoint=True)
    theirs = chance.integers(0, spread, (stored, 32), np.uint8, endpoint=True)
    theirs[chance.integers(0, stored)] = 255
    bits = np.unpackbits(ours, axis=1)[:, None] != np.unpackbits(theirs, axis=1)
    apart = bits.sum(axis=2)

    found = nearest_two(ours, theirs)

    order = np.sort(apart, axis=1)
    assert apart.argmin(axis=1).tolist() == found.rows.tolist()
    assert order[:, 0].tolist() == found.bits.tolist()
    assert order[:, 1].tolist() == found.next_bits.tolist()
