"""
A picture with anybody else in it, or less of it, is never verified.
"""

from typing import Final

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageOps

from service.fingerprint.features.comparison import Box
from service.fingerprint.features.values import Match
from tests.fingerprint.features.showing import (
    compressed,
    match,
    pixels,
    scaled,
    scene,
    shown,
)

FACE: Final = 0.06
"""Of the shorter side: the smallest that must be seen to be another."""


def _replaced(picture: Image.Image, at: tuple[int, int], side: int, seed: int) -> Image.Image:
    """
    Put another face-like spot into a picture.
    """
    chance = np.random.default_rng(seed)
    coarse = Image.fromarray(chance.integers(0, 256, (5, 4, 3), dtype=np.uint8))
    face = coarse.resize((side, round(side * 1.25)), Image.Resampling.BICUBIC)
    oval = Image.new("L", face.size, 0)
    ImageDraw.Draw(oval).ellipse((0, 0, face.width - 1, face.height - 1), fill=255)
    altered = picture.copy()
    altered.paste(face, at, oval)
    return altered


def _shows(one: Image.Image, other: Image.Image, side: int) -> bool:
    """
    Tell whether anybody would see that they differ in a spot so wide.
    """
    apart = np.abs(pixels(one).astype(float) - pixels(other)).mean(axis=2)
    return bool(apart.sum() > 12 * side * side)


@settings(max_examples=40, deadline=None)
@given(
    across=st.floats(0, 1),
    down=st.floats(0, 1),
    share=st.floats(FACE, 0.2),
    seed=st.integers(0, 2**32 - 1),
    quality=st.integers(50, 95),
)
def test_wherever_a_face_is_replaced_it_is_not_verified(
    across: float, down: float, share: float, seed: int, quality: int
) -> None:
    whole = scene(1)
    side = round(share * min(whole.size))
    at = (round(across * (whole.width - side)), round(down * (whole.height - round(side * 1.25))))
    altered = _replaced(whole, at, side, seed)
    assume(_shows(whole, altered, side))
    assert Match.ALTERED_COPY is match(compressed(altered, quality))


def test_where_a_face_is_replaced_is_named() -> None:
    altered = _replaced(scene(1), (200, 150), 40, 7)
    found = shown(compressed(altered, 80))
    assert Match.ALTERED_COPY is found.match
    assert not found.cut
    middle = (220 * 1000 // 512, 175 * 1000 // 384)
    assert [True] == [_holds(box, middle) for box in found.differing]


def _holds(box: Box, spot: tuple[int, int]) -> bool:
    """
    Tell whether a spot is in a box not much larger than a face.
    """
    near = box.right - box.left < 200 and box.bottom - box.top < 250
    return near and box.left <= spot[0] < box.right and box.top <= spot[1] < box.bottom


def test_words_written_on_it_are_seen() -> None:
    written = scene(1).copy()
    ImageDraw.Draw(written).text((60, 300), "See you on Sunday", fill="white", font_size=20)
    assert Match.ALTERED_COPY is match(compressed(written, 80))


@pytest.mark.parametrize(
    ("box", "seen"),
    [
        ((50, 40, 460, 350), (98, 104, 898, 914)),
        ((0, 0, 400, 384), (0, 0, 781, 1000)),
        ((200, 100, 512, 384), (391, 260, 1000, 1000)),
    ],
)
def test_a_part_says_which_part_it_is(
    box: tuple[int, int, int, int], seen: tuple[int, int, int, int]
) -> None:
    found = shown(compressed(scaled(scene(1).crop(box), 1.3), 80))
    assert (Match.ALTERED_COPY, True) == (found.match, found.cut)
    across, down = zip(*found.seen, strict=True)
    assert seen == pytest.approx((min(across), min(down), max(across), max(down)), abs=12)


@pytest.mark.parametrize("turned", [3, -7])
def test_turned_by_a_few_degrees_it_is_found(turned: float) -> None:
    assert Match.ALTERED_COPY is match(scene(2).rotate(turned, Image.Resampling.BICUBIC), 2)


def test_with_a_border_or_in_a_story_it_is_found() -> None:
    bordered = ImageOps.expand(scene(1), 50, "white")
    story = Image.new("RGB", (540, 960), (40, 60, 90))
    story.paste(scaled(scene(1), 1.0), (14, 280))
    assert [Match.ALTERED_COPY] * 2 == [match(compressed(each, 75)) for each in (bordered, story)]


def test_mirrored_and_cropped_it_is_found() -> None:
    part = ImageOps.mirror(scene(1)).crop((40, 30, 440, 330))
    found = shown(compressed(part, 70))
    assert (Match.ALTERED_COPY, True) == (found.match, found.cut)


@pytest.mark.parametrize("box", [(0, 0, 512, 384), (60, 50, 460, 350)])
def test_a_negative_is_found_and_never_verified(box: tuple[int, int, int, int]) -> None:
    assert Match.ALTERED_COPY is match(ImageOps.invert(scene(1)).crop(box))


def test_a_strong_filter_makes_it_altered_everywhere_and_nowhere_in_particular() -> None:
    found = shown(ImageOps.posterize(ImageOps.equalize(scene(1)), 2))
    assert Match.ALTERED_COPY is found.match
