"""
Different pictures are never taken for one another, and blank ones for nothing at all.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageDraw, ImageOps

from service.fingerprint.features.compare import Registered, Sought, compare
from service.fingerprint.features.extract import describe, describe_views
from service.fingerprint.features.values import DESCRIPTOR_BYTES, Features, Match, Views
from tests.fingerprint.drawing import draw_scene, draw_sky
from tests.fingerprint.features.showing import kept, match, pixels, registered, scene, sought


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(100, 2**32 - 1))
def test_another_scene_is_nothing(seed: int) -> None:
    assert Match.NONE is match(draw_scene(seed, (512, 384)))


def test_another_scene_with_a_near_fingerprint_is_similar_and_no_more() -> None:
    assert Match.SIMILAR is match(scene(2), 1, near=True)


def test_with_stolen_features_and_a_near_fingerprint_it_is_similar_and_no_more() -> None:
    stolen = Sought(pixels(scene(2)), sought(scene(1)).views)
    assert Match.SIMILAR is compare(stolen, registered(1), near=True).match
    assert Match.NONE is compare(stolen, registered(1)).match


_DESCRIPTORS = arrays(np.uint8, (60, DESCRIPTOR_BYTES))
_PLACES = arrays(np.float32, (60, 2), elements=st.floats(0, 383, width=32))


@settings(max_examples=30, deadline=None)
@given(points=_PLACES, descriptors=_DESCRIPTORS)
def test_whatever_features_say_only_pictures_verify(
    points: np.ndarray, descriptors: np.ndarray
) -> None:
    ones = np.ones(len(points), np.float32)
    told = Features(512, 384, points, ones, ones, descriptors)
    asked = Sought(pixels(scene(2)), Views(told, told, told))
    found = compare(asked, Registered(registered(1).picture, told), near=True)
    assert found.match in {Match.SIMILAR, Match.ALTERED_COPY}
    assert found.match is Match.SIMILAR or found.agreement > 0


def test_the_same_frame_around_another_photo_is_not_the_photo() -> None:
    framed = [ImageOps.expand(_with_badge(scene(seed)), 30, "#8d6fb8") for seed in (2, 3)]
    found = compare(sought(framed[0]), kept(framed[1]))
    assert Match.NONE is found.match


def _with_badge(picture: Image.Image) -> Image.Image:
    """
    Put a badge with letters into a corner, as houses do with all their pictures.
    """
    badged = picture.copy()
    pen = ImageDraw.Draw(badged)
    pen.ellipse((400, 290, 490, 370), fill="#ffffff", outline="#20242c", width=4)
    pen.text((412, 318), "Les Glycines", fill="#20242c", font_size=12)
    return badged


@pytest.mark.parametrize(
    "blank",
    [
        Image.new("RGB", (512, 384), "white"),
        Image.new("RGB", (512, 384), "black"),
        Image.new("RGB", (1, 1), "red"),
        draw_sky((512, 384)),
    ],
)
def test_blank_pictures_are_nothing_to_each_other(blank: Image.Image) -> None:
    assert Match.NONE is compare(sought(blank), kept(blank), near=True).match
    assert Match.NONE is compare(sought(blank), registered(1), near=True).match
    assert Match.NONE is compare(sought(scene(1)), kept(blank), near=True).match


def test_the_same_pictures_always_give_the_same_answer() -> None:
    part = scene(1).crop((40, 30, 400, 330))
    first, second = (compare(sought(part), registered(1)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "levels",
    [
        np.zeros((0, 0, 3), np.uint8),
        np.zeros((40, 40, 4), np.uint8),
        np.zeros((40, 40, 3), np.float64),
        np.zeros(40, np.uint8),
    ],
)
def test_what_is_no_picture_is_refused(levels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="picture"):
        describe(levels)
    with pytest.raises(ValueError, match="picture"):
        describe_views(levels)
    with pytest.raises(ValueError, match="picture"):
        compare(Sought(levels, sought(scene(1)).views), registered(1))
