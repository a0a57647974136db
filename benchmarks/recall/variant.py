"""
Hold one imitation of what happens to a photo: how it is made and how it is saved.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageOps


@dataclass(frozen=True, slots=True)
class Material:
    """
    What an imitation is made of.
    """

    photo: Image.Image
    """The photo, upright, in RGB."""
    others: tuple[Image.Image, ...]
    """Photos that are registered nowhere it is asked, for whatever needs more than one."""
    chance: np.random.Generator
    """The only source of chance."""


Make = Callable[[Material], Image.Image]
Save = Callable[[Image.Image], bytes]


@dataclass(frozen=True, slots=True)
class Variant:
    """
    One way a photo comes back.
    """

    name: str
    make: Make
    save: Save
    others: int = 0
    """How many other photos it needs."""


def jpeg(quality: int, **options: object) -> Save:
    """
    Save as JPEG, with the colours at half resolution as usual.
    """

    def save(picture: Image.Image) -> bytes:
        file = BytesIO()
        picture.convert("RGB").save(file, "JPEG", quality=quality, **options)
        return file.getvalue()

    return save


def webp(quality: int) -> Save:
    """
    Save as lossy WebP.
    """

    def save(picture: Image.Image) -> bytes:
        file = BytesIO()
        picture.convert("RGB").save(file, "WEBP", quality=quality, method=2)
        return file.getvalue()

    return save


def png(picture: Image.Image) -> bytes:
    """
    Save without loss.
    """
    file = BytesIO()
    picture.convert("RGB").save(file, "PNG", compress_level=1)
    return file.getvalue()


def unchanged(material: Material) -> Image.Image:
    """
    Give the photo as it is.
    """
    return material.photo


def opened(saved: bytes) -> Image.Image:
    """
    Open what was saved, upright and in RGB.
    """
    with Image.open(BytesIO(saved)) as picture:
        return ImageOps.exif_transpose(picture).convert("RGB")


def either(chance: np.random.Generator, low: float, high: float) -> float:
    """
    Give a number between *low* and *high*, of either sign.
    """
    return float(chance.uniform(low, high) * chance.choice((-1, 1)))


def from_levels(levels: np.ndarray) -> Image.Image:
    """
    Make a picture of numbers, cut off at black and white.
    """
    return Image.fromarray(np.clip(np.rint(levels), 0, 255).astype(np.uint8))


def levels_of(picture: Image.Image) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    """
    Give the numbers of a picture, ready for arithmetic.
    """
    return np.asarray(picture.convert("RGB"), dtype=np.float32)
