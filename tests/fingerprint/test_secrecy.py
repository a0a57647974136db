"""
A fingerprint is treated as the picture, and a picture takes nothing along.
"""

import logging
from io import BytesIO

import pytest
from PIL import Image

from service.errors import BadImage
from tests.fingerprint.drawing import draw_scene, encode, read

SCENE = draw_scene(50, (900, 600))
LOCATION = 0x8825
MAKER = 0x010F
DESCRIPTION = 0x010E


def _with_metadata() -> bytes:
    exif = Image.Exif()
    exif[MAKER] = "Camera of Chika"
    exif[DESCRIPTION] = "Dario at the pool"
    exif.get_ifd(LOCATION)[2] = (50.0, 27.0, 1.0)
    return encode(SCENE, "JPEG", exif=exif, comment=b"Chika", xmp=b"<x:xmpmeta>Dario</x:xmpmeta>")


PICTURE = read(_with_metadata())


def _preview() -> Image.Image:
    assert PICTURE.preview_jpeg is not None
    preview = Image.open(BytesIO(PICTURE.preview_jpeg))
    preview.load()
    return preview


def test_nothing_that_is_printed_shows_a_fingerprint() -> None:
    printed = f"{PICTURE!r} {PICTURE.fingerprint!r} {PICTURE.probes!s}"

    for secret in (PICTURE.fingerprint.bits, PICTURE.digest_bytes, PICTURE.digest_pixels):
        assert secret.hex() not in printed
        assert repr(secret) not in printed


def test_a_preview_is_small_and_shows_the_picture() -> None:
    preview = _preview()

    assert ("JPEG", "RGB", (512, 341)) == (preview.format, preview.mode, preview.size)
    assert not read(PICTURE.preview_jpeg or b"").textureless


def test_a_small_picture_is_not_blown_up() -> None:
    small = read(encode(draw_scene(51, (90, 60)), "PNG"))

    with Image.open(BytesIO(small.preview_jpeg or b"")) as preview:
        assert (90, 60) == preview.size


def test_a_preview_carries_no_metadata() -> None:
    preview = _preview()

    assert {} == dict(preview.getexif())
    assert {"jfif", "jfif_version", "jfif_unit", "jfif_density"} == set(preview.info)
    for word in (b"Chika", b"Dario", b"Exif", b"xmpmeta", b"ICC_PROFILE"):
        assert word not in (PICTURE.preview_jpeg or b"")


def test_a_refusal_repeats_neither_the_name_nor_the_content(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(BadImage) as caught:
        read(b"Dario swims", filename="dario-at-the-pool.jpg")

    assert "dario" not in str(caught.value).lower()
    assert "dario" not in caplog.text.lower()
