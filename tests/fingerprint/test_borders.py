"""
A frame that somebody put around a picture does not hide it.
"""

import pytest
from PIL import Image, ImageOps

from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS
from tests.fingerprint.drawing import bits_to_nearest, draw_scene, draw_sky, encode, glance

SCENE = draw_scene(4, (1000, 750))
REGISTERED = glance(encode(SCENE, "JPEG", quality=95))
BLACK, WHITE, SAND = (0, 0, 0), (255, 255, 255), (210, 190, 150)


def _story(colour: tuple[int, int, int]) -> Image.Image:
    """
    Show the scene in an upright frame, as stories do.
    """
    screen = Image.new("RGB", (1080, 1920), colour)
    screen.paste(SCENE.resize((1080, 810)), (0, 555))
    return screen


@pytest.mark.parametrize("colour", [BLACK, WHITE, SAND])
@pytest.mark.parametrize("quality", [90, 40])
def test_a_picture_in_a_frame_is_found(colour: tuple[int, int, int], quality: int) -> None:
    framed = [
        ImageOps.expand(SCENE, 120, colour),
        ImageOps.expand(SCENE, (0, 200, 0, 60), colour),
        _story(colour),
    ]

    far = [
        distance
        for each in framed
        if (distance := bits_to_nearest(glance(encode(each, "JPEG", quality=quality)), REGISTERED))
        > SIMILAR_RADIUS_BITS // 2
    ]

    assert [] == far


def test_a_turned_picture_in_a_frame_is_found() -> None:
    turned = ImageOps.expand(SCENE.transpose(Image.Transpose.ROTATE_90), 150, WHITE)

    assert SIMILAR_RADIUS_BITS // 2 >= bits_to_nearest(glance(encode(turned, "PNG")), REGISTERED)


def test_what_is_registered_is_never_trimmed() -> None:
    framed = glance(encode(_story(BLACK), "PNG"))

    assert framed.fingerprint == framed.probes[0]
    assert framed.fingerprint.bits != REGISTERED.fingerprint.bits


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(SCENE, id="no frame"),
        pytest.param(Image.new("RGB", (600, 400), SAND), id="nothing but a frame"),
        pytest.param(ImageOps.expand(SCENE.resize((60, 45)), 300, WHITE), id="a stamp"),
        pytest.param(ImageOps.expand(draw_sky(), 100, BLACK), id="an even sky"),
        pytest.param(ImageOps.expand(SCENE, 4, BLACK), id="a hairline"),
    ],
)
def test_a_frame_that_hides_nothing_adds_no_search(picture: Image.Image) -> None:
    assert 8 == len(glance(encode(picture, "PNG")).probes)
