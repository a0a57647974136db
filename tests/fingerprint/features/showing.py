"""
Show drawn pictures to the comparison, as the worker does.
"""

from functools import lru_cache
from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image

from service.fingerprint.features.compare import Registered, Sought, compare
from service.fingerprint.features.comparison import Comparison
from service.fingerprint.features.extract import describe, describe_views
from service.fingerprint.features.frame import Pixels
from service.fingerprint.features.values import Match
from tests.fingerprint.drawing import draw_scene

KEPT_AS: Final = (512, 384)


@lru_cache(maxsize=8)
def scene(seed: int) -> Image.Image:
    """
    Draw a scene in the size in which previews are kept.
    """
    return draw_scene(seed).resize(KEPT_AS, Image.Resampling.LANCZOS)


@lru_cache(maxsize=8)
def registered(seed: int) -> Registered:
    """
    Keep of a scene what is kept of registered pictures.
    """
    return kept(scene(seed))


def kept(picture: Image.Image) -> Registered:
    """
    Keep of a picture what is kept when it is registered.
    """
    preview = pixels(compressed(picture, 82))
    return Registered(preview, describe(preview))


def sought(picture: Image.Image) -> Sought:
    """
    Ask about a picture.
    """
    levels = pixels(picture)
    return Sought(levels, describe_views(levels))


def shown(picture: Image.Image, seed: int = 1, *, near: bool = False) -> Comparison:
    """
    Compare a picture with a registered scene.
    """
    return compare(sought(picture), registered(seed), near=near)


def match(picture: Image.Image, seed: int = 1, *, near: bool = False) -> Match:
    """
    Say what a picture is to a registered scene.
    """
    return shown(picture, seed, near=near).match


def compressed(picture: Image.Image, quality: int) -> Image.Image:
    """
    Save a picture as JPEG and open it again.
    """
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return Image.open(BytesIO(file.getvalue())).convert("RGB")


def scaled(picture: Image.Image, share: float) -> Image.Image:
    """
    Scale both sides of a picture.
    """
    size = (round(picture.width * share), round(picture.height * share))
    return picture.resize(size, Image.Resampling.BICUBIC)


def pixels(picture: Image.Image) -> Pixels:
    """
    Give the pixels of a picture.
    """
    return np.asarray(picture.convert("RGB"))
