"""
One picture, saved in every way that people save pictures, is one picture.
"""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from tests.fingerprint.drawing import bits_between, draw_scene, encode, glance, read
from tests.fingerprint.png_parts import deep_png

SCENE = draw_scene()
GREY = SCENE.convert("L")
REGISTERED = read(encode(SCENE, "PNG"))


def _layered(image: Image.Image) -> Image.Image:
    layered = image.copy()
    layered.putalpha(255)
    return layered


def _deep_tiff() -> bytes:
    with Image.open(BytesIO(deep_png(SCENE, "L"))) as deep:
        return encode(deep, "TIFF")


SAVED: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: encode(SCENE, "JPEG", quality=92),
    "jpeg progressive": lambda: encode(SCENE, "JPEG", quality=92, progressive=True),
    "jpeg grey": lambda: encode(GREY, "JPEG", quality=92),
    "jpeg cmyk, inverted as Adobe does": lambda: encode(SCENE.convert("CMYK"), "JPEG", quality=92),
    "png palette": lambda: encode(SCENE.quantize(256), "PNG"),
    "png palette with transparency": lambda: encode(SCENE.quantize(255), "PNG", transparency=255),
    "png grey": lambda: encode(GREY, "PNG"),
    "png grey and alpha": lambda: encode(_layered(GREY), "PNG"),
    "png alpha": lambda: encode(_layered(SCENE), "PNG"),
    "png one bit": lambda: encode(SCENE.convert("1"), "PNG"),
    "png 16 bit grey": lambda: deep_png(SCENE, "L"),
    "png 16 bit grey and alpha": lambda: deep_png(_layered(SCENE), "LA"),
    "png 16 bit colour": lambda: deep_png(SCENE, "RGB"),
    "png 16 bit colour and alpha": lambda: deep_png(_layered(SCENE), "RGBA"),
    "webp": lambda: encode(SCENE, "WEBP", quality=90),
    "webp lossless": lambda: encode(SCENE, "WEBP", lossless=True),
    "webp alpha": lambda: encode(_layered(SCENE), "WEBP", quality=90),
    "heif": lambda: encode(SCENE, "HEIF", quality=90),
    "avif": lambda: encode(SCENE, "AVIF", quality=90, speed=10),
    "tiff": lambda: encode(SCENE, "TIFF"),
    "tiff lzw": lambda: encode(SCENE, "TIFF", compression="tiff_lzw"),
    "tiff jpeg": lambda: encode(SCENE, "TIFF", compression="jpeg", quality=92),
    "tiff cmyk": lambda: encode(SCENE.convert("CMYK"), "TIFF"),
    "tiff ycbcr": lambda: encode(SCENE.convert("YCbCr"), "TIFF"),
    "tiff 16 bit grey": _deep_tiff,
    "gif": lambda: encode(SCENE, "GIF"),
    "bmp": lambda: encode(SCENE, "BMP"),
    "bmp palette": lambda: encode(SCENE.quantize(256), "BMP"),
}
LOSSLESS = (
    "png alpha",
    "png 16 bit colour",
    "png 16 bit colour and alpha",
    "webp lossless",
    "tiff",
    "tiff lzw",
    "bmp",
)


@pytest.mark.parametrize("way", SAVED)
def test_a_copy_saved_in_any_way_is_recognised(way: str) -> None:
    copy = read(SAVED[way]())

    assert 12 >= bits_between(copy.fingerprint, REGISTERED.fingerprint)
    assert SCENE.size == (copy.width_px, copy.height_px)
    assert not copy.textureless


@pytest.mark.parametrize("way", LOSSLESS)
def test_a_lossless_copy_has_the_same_pixels(way: str) -> None:
    assert REGISTERED.digest_pixels == glance(SAVED[way]()).digest_pixels


def test_a_grey_picture_has_the_same_pixels_at_any_depth() -> None:
    grey = glance(SAVED["png grey"]())

    assert grey.digest_pixels == glance(SAVED["png 16 bit grey"]()).digest_pixels
    assert grey.digest_pixels == glance(SAVED["tiff 16 bit grey"]()).digest_pixels
    assert grey.digest_pixels == glance(encode(GREY.convert("RGB"), "PNG")).digest_pixels


def test_a_phone_that_hides_a_second_picture_in_its_jpeg_has_sent_one_picture() -> None:
    plain = glance(encode(SCENE, "JPEG", quality=92))
    depth_map = draw_scene(2, (160, 120))

    several = read(encode(SCENE, "MPO", quality=92, save_all=True, append_images=[depth_map]))

    assert (1, False) == (several.frames, "first_frame_only" in several.notes)
    assert plain.digest_pixels == several.digest_pixels
