"""
What happens to a photo on its way through phones and platforms leaves it recognisable.
"""

import pytest
from PIL import Image, ImageEnhance, ImageOps

from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS
from tests.fingerprint.drawing import bits_to_nearest, draw_scene, draw_sky, encode, glance, read

SCENE = draw_scene(4, (1000, 750))
REGISTERED = glance(encode(SCENE, "JPEG", quality=95))


@pytest.mark.parametrize("quality", [90, 70, 50, 30])
def test_a_recompressed_photo_is_recognised(quality: int) -> None:
    assert 8 >= bits_to_nearest(glance(encode(SCENE, "JPEG", quality=quality)), REGISTERED)


@pytest.mark.parametrize("size", [(2000, 1500), (640, 480), (320, 240), (160, 120), (900, 750)])
def test_a_resized_or_squeezed_photo_is_recognised(size: tuple[int, int]) -> None:
    resized = SCENE.resize(size, Image.Resampling.LANCZOS)

    assert 8 >= bits_to_nearest(glance(encode(resized, "JPEG", quality=80)), REGISTERED)


@pytest.mark.parametrize("turn", list(Image.Transpose))
def test_a_turned_or_mirrored_photo_is_recognised(turn: Image.Transpose) -> None:
    turned = SCENE.transpose(turn)

    assert 8 >= bits_to_nearest(glance(encode(turned, "JPEG", quality=60)), REGISTERED)


@pytest.mark.parametrize(
    "changed",
    [
        ImageOps.grayscale(SCENE).convert("RGB"),
        ImageEnhance.Brightness(SCENE).enhance(1.2),
        ImageEnhance.Contrast(SCENE).enhance(0.8),
        ImageEnhance.Color(SCENE).enhance(1.6),
    ],
    ids=["grey", "brighter", "paler", "more colourful"],
)
def test_a_photo_with_changed_tones_is_recognised(changed: Image.Image) -> None:
    query = glance(encode(changed, "JPEG", quality=80))

    assert SIMILAR_RADIUS_BITS >= bits_to_nearest(query, REGISTERED)


def test_different_scenes_are_not_taken_for_each_other() -> None:
    scenes = [glance(encode(draw_scene(seed, (320, 240)), "JPEG")) for seed in range(40)]

    nearest = min(
        bits_to_nearest(one, other)
        for position, one in enumerate(scenes)
        for other in scenes[:position]
    )

    assert SIMILAR_RADIUS_BITS < nearest


@pytest.mark.parametrize(
    "empty",
    [
        Image.new("RGB", (640, 480), "white"),
        Image.new("L", (3, 3), 7),
        Image.linear_gradient("L"),
        draw_sky(),
    ],
    ids=["a blank page", "nine dots", "a gradient", "an even sky"],
)
def test_a_picture_of_nothing_says_that_it_cannot_be_recognised(empty: Image.Image) -> None:
    assert read(encode(empty, "PNG")).textureless


@pytest.mark.parametrize(
    ("size", "is_tiny"), [((63, 40), True), ((30, 63), True), ((64, 48), False)]
)
def test_a_picture_smaller_than_its_fingerprint_cannot_be_recognised(
    size: tuple[int, int], *, is_tiny: bool
) -> None:
    tiny = read(encode(SCENE.resize(size), "PNG"))

    assert is_tiny == tiny.textureless
    assert not (is_tiny and tiny.views)


@pytest.mark.parametrize("seed", range(8))
def test_a_scene_has_enough_in_it_to_be_recognised(seed: int) -> None:
    assert not glance(encode(draw_scene(seed), "JPEG")).textureless
