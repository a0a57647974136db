"""
A copy is verified, whatever file it comes in, if it shows the same everywhere.
"""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageEnhance

from service.fingerprint.features.compare import Registered, Sought, compare
from service.fingerprint.features.extract import describe, describe_views
from service.fingerprint.features.values import Match
from tests.fingerprint.features.showing import (
    compressed,
    match,
    scaled,
    scene,
    shown,
)


def test_a_picture_is_a_verified_copy_of_itself() -> None:
    found = shown(scene(1))
    assert Match.VERIFIED_COPY is found.match
    assert ((), False) == (found.differing, found.cut)


@pytest.mark.parametrize("quality", [30, 45, 60, 75, 90])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_recompressed_copies_are_verified(quality: int, seed: int) -> None:
    assert Match.VERIFIED_COPY is match(compressed(scene(seed), quality), seed)


@pytest.mark.parametrize("share", [0.5, 0.66, 0.75, 1.3])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_scaled_copies_are_verified(share: float, seed: int) -> None:
    assert Match.VERIFIED_COPY is match(compressed(scaled(scene(seed), share), 80), seed)


@pytest.mark.parametrize(
    "slider", [ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color]
)
@pytest.mark.parametrize("strength", [0.88, 1.12])
def test_a_slider_moved_a_little_leaves_it_the_same_picture(
    slider: Callable[[Image.Image], ImageEnhance._Enhance], strength: float
) -> None:
    toned = slider(scene(2)).enhance(strength)
    assert Match.VERIFIED_COPY is match(compressed(toned, 75), 2)


@pytest.mark.parametrize("how", Image.Transpose)
def test_turned_or_mirrored_it_still_shows_everything(how: Image.Transpose) -> None:
    assert Match.VERIFIED_COPY is match(compressed(scene(1).transpose(how), 75))


def test_squeezed_by_a_tenth_it_still_shows_everything() -> None:
    assert Match.VERIFIED_COPY is match(scene(1).resize((460, 384), Image.Resampling.LANCZOS))


def test_a_copy_without_colours_is_altered() -> None:
    assert Match.ALTERED_COPY is match(scene(1).convert("L").convert("RGB"))


def test_grey_pictures_are_compared_without_colours() -> None:
    grey = scene(1).convert("L")
    levels = np.asarray(grey)
    plain = Registered(levels, describe(levels))
    asked = Sought(np.asarray(compressed(grey, 70).convert("L")), describe_views(levels))
    assert Match.VERIFIED_COPY is compare(asked, plain).match


def test_a_copy_too_small_for_a_face_is_not_verified() -> None:
    found = shown(scaled(scene(1), 0.35))
    assert Match.ALTERED_COPY is found.match
    assert () == found.differing
