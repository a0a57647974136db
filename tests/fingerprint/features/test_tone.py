"""
What a slider did to light and colour is found again, whatever else differs.
"""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from service.fingerprint.features.tone import Tone, fit_tone, middle_of

LEVELS = np.arange(256, dtype=np.float32)


@pytest.mark.parametrize("size", [(53, 71), (54, 72), (1, 1), (1, 2)], ids=str)
def test_a_picture_that_nothing_was_done_to_keeps_its_levels(size: tuple[int, int]) -> None:
    picture = np.random.default_rng(1).integers(0, 256, (*size, 3), dtype=np.uint8)
    tone = fit_tone(picture, picture)

    assert tone.slight()
    assert np.abs(tone.applied(picture) - picture).max() < 1


def test_a_slider_is_found_beside_a_patch() -> None:
    before = np.random.default_rng(2).integers(0, 200, (54, 72, 3), dtype=np.uint8)
    after = (before * 1.2).astype(np.uint8)
    after[10:20, 10:20] = 255
    changed = fit_tone(before, after).applied(before)

    assert np.abs(changed[30:] - after[30:]).max() < 3


def test_each_level_gets_its_own_and_that_of_its_grey_and_stays_a_level() -> None:
    grey = np.array([[[10, 10, 10], [120, 120, 120], [250, 250, 250]]], dtype=np.uint8)
    tone = Tone(own=LEVELS - 20, shared=LEVELS * np.float32(0.25))

    assert_array_equal(
        np.repeat(np.array([[[0], [130], [255]]], dtype=np.float32), 3, axis=2), tone.applied(grey)
    )


@pytest.mark.parametrize("count", [1, 2, 3, 11_663, 11_664])
def test_the_middle_is_the_median(count: int) -> None:
    several = np.random.default_rng(count).normal(size=count)

    assert float(np.median(several)) == middle_of(several)
