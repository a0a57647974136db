"""
Draw pictures from a seed: structure as in photographs, and nobody in them.
"""

from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Final

import numpy as np
import pillow_heif
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from service.fingerprint.picture import Fingerprint, Limits, Picture
from service.fingerprint.study import study_picture

pillow_heif.register_heif_opener(decode_threads=1)

ORIENTATION: Final = 0x0112
# How the camera held the picture that this EXIF orientation makes upright again.
STORED_AS: Final = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def draw_scene(seed: int = 1, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """
    Draw sky, ground, things and figures, with grain as from a sensor.
    """
    return _scene(seed, size).copy()


@lru_cache(maxsize=16)
def _scene(seed: int, size: tuple[int, int]) -> Image.Image:
    chance = np.random.default_rng(seed)
    width, height = size
    canvas = Image.new("RGB", size)
    canvas.paste(_clouds(chance, size), (0, 0))
    pen = ImageDraw.Draw(canvas)
    horizon = int(height * chance.uniform(0.4, 0.7))
    pen.rectangle((0, horizon, width, height), fill=_colour(chance))
    for _ in range(14):
        _draw_thing(pen, chance, size)
    soft = canvas.filter(ImageFilter.GaussianBlur(max(width, height) / 500))
    grain = chance.normal(0, 3, (height, width, 1))
    return _as_picture(np.asarray(soft, dtype=np.float64) + grain)


def draw_sky(size: tuple[int, int] = (640, 480)) -> Image.Image:
    """
    Draw an even evening sky with nothing in it.
    """
    width, height = size
    rows = np.linspace(150, 220, height)[:, np.newaxis, np.newaxis]
    grain = np.random.default_rng(5).normal(0, 3, (height, width, 3))
    return _as_picture(rows + grain)


def encode(image: Image.Image, kind: str, **options: object) -> bytes:
    """
    Save *image* as a file of *kind*, and give its bytes.
    """
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def encode_turned(image: Image.Image, orientation: int, kind: str, **options: object) -> bytes:
    """
    Save *image* turned, with the EXIF orientation that turns it back.
    """
    turn = STORED_AS[orientation]
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    stored = image if turn is None else image.transpose(turn)
    return encode(stored, kind, exif=exif.tobytes(), **options)


def read(data: bytes, limits: Limits | None = None, filename: str | None = None) -> Picture:
    """
    Read the picture in this process: quick, and as safe as the test's own file.
    """
    digest = sha256(data).digest()
    return study_picture(
        data, digest_bytes=digest, filename=filename, with_preview=True, limits=limits
    )


def glance(data: bytes, limits: Limits | None = None, filename: str | None = None) -> Picture:
    """
    Read only what a picture is searched by.

    To make a preview and to look for what stands out in it takes three times as long.
    """
    digest = sha256(data).digest()
    return study_picture(data, digest_bytes=digest, filename=filename, limits=limits)


def bits_between(one: Fingerprint, other: Fingerprint) -> int:
    """
    Count the bits in which two fingerprints differ.
    """
    ours, theirs = int.from_bytes(one.bits, "big"), int.from_bytes(other.bits, "big")
    return (ours ^ theirs).bit_count()


def bits_to_nearest(query: Picture, registered: Picture) -> int:
    """
    Count the differing bits in the orientation in which they look most alike.
    """
    return min(bits_between(probe, registered.fingerprint) for probe in query.probes)


def _clouds(chance: np.random.Generator, size: tuple[int, int]) -> Image.Image:
    coarse = chance.uniform(90, 230, (9, 12, 1)) + chance.normal(0, 12, (9, 12, 3))
    fine = np.repeat(chance.normal(0, 18, (48, 64, 1)), 3, axis=2)
    smooth = _as_picture(coarse).resize(size, Image.Resampling.BICUBIC)
    rough = _as_picture(128 + fine).resize(size, Image.Resampling.BICUBIC)
    return _as_picture(np.asarray(smooth, np.float64) + np.asarray(rough, np.float64) - 128)


def _draw_thing(
    pen: ImageDraw.ImageDraw, chance: np.random.Generator, size: tuple[int, int]
) -> None:
    width, height = size
    left, top = chance.uniform(-0.1, 0.9) * width, chance.uniform(-0.1, 0.9) * height
    right = left + chance.uniform(0.05, 0.4) * width
    bottom = top + chance.uniform(0.05, 0.4) * height
    draw = pen.ellipse if chance.random() < 0.6 else pen.rectangle
    draw((left, top, right, bottom), fill=_colour(chance), outline=_colour(chance))


def _colour(chance: np.random.Generator) -> tuple[int, int, int]:
    light, red, green, blue = (int(level) for level in chance.integers(-40, 41, 4))
    return 125 + 2 * light + red, 125 + 2 * light + green, 125 + 2 * light + blue


def _as_picture(levels: NDArray[np.float64]) -> Image.Image:
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))
