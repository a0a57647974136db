"""
Bring the colours of every kind of pixel to sRGB.

Profiles are applied to the small picture only: what is compared and shown is small,
and turning 12 megapixels would cost more than decoding them.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image, ImageCms

_WHITE: Final = (255, 255, 255, 255)
_OPAQUE: Final = 255
_SIXTEEN_BITS: Final = frozenset({"I;16", "I;16L", "I;16B"})
_SWATCH_LEVELS: Final = (0, 32, 96, 160, 224, 255)
_INVISIBLE_DIFFERENCE: Final = 3
"""Levels of 255: the many sRGB profiles in circulation differ by less."""
_LARGEST_PROFILE_BYTES: Final = 4 * 1024 * 1024
_PROFILE_ERRORS: Final = (ImageCms.PyCMSError, OSError, ValueError, TypeError)


class UnusableProfileError(ValueError):
    """
    A colour profile does not fit the picture or is broken.
    """


@dataclass(frozen=True, slots=True)
class Flat:
    """
    Hold pixels as shown on white paper, and those that stand for them.
    """

    shown: Image.Image
    """RGB or CMYK."""
    meant: Image.Image
    """With transparency: pictures that look alike only on white are not the same."""
    transparent: bool
    box: tuple[int, int, int, int]
    """The part of both that is spoken of."""


def is_flat(image: Image.Image) -> bool:
    """
    Tell whether *image* is shown as it is.
    """
    return image.mode in {"RGB", "CMYK"} and "transparency" not in image.info


def flatten(strip: Image.Image) -> Flat:
    """
    Lay *strip*, whatever its mode, on white paper.
    """
    if is_flat(strip):
        return _opaque(strip)
    if strip.mode in _SIXTEEN_BITS:
        strip = Image.fromarray((np.asarray(strip) >> 8).astype(np.uint8))
    if not strip.has_transparency_data:
        return _opaque(strip.convert("RGB"))
    layer = strip.convert("RGBA")
    if layer.getchannel("A").getextrema() == (_OPAQUE, _OPAQUE):
        return _opaque(layer.convert("RGB"))
    paper = Image.new("RGBA", layer.size, _WHITE)
    shown = Image.alpha_composite(paper, layer).convert("RGB")
    return Flat(shown, layer, transparent=True, box=(0, 0, *strip.size))


def _opaque(strip: Image.Image) -> Flat:
    return Flat(strip, strip, transparent=False, box=(0, 0, *strip.size))


def to_srgb(small: Image.Image, profile: bytes | None) -> Image.Image:
    """
    Give *small* in sRGB, by its profile or else by its numbers.

    Raises:
        UnusableProfileError: The profile is broken or for other pixels.
    """
    if profile is None:
        return small.convert("RGB")
    if len(profile) > _LARGEST_PROFILE_BYTES:
        raise UnusableProfileError
    if small.mode == "RGB" and _is_srgb(profile):
        return small
    source = small
    if small.mode == "RGB" and _colour_space(profile) == "GRAY":
        source = small.convert("L")
    try:
        transform = _transform(profile, source.mode)
        turned = ImageCms.applyTransform(source, transform)
    except _PROFILE_ERRORS as error:
        raise UnusableProfileError from error
    if turned is None:
        raise UnusableProfileError
    return turned


def profile_digest(profile: bytes | None, *, mode: str) -> bytes:
    """
    Give what stands for *profile* in a digest: nothing if it is sRGB.
    """
    if profile is None:
        return b""
    if mode == "RGB" and len(profile) <= _LARGEST_PROFILE_BYTES and _is_srgb(profile):
        return b""
    return hashlib.sha256(profile).digest()


# Few, because profiles come from strangers and are kept with their keys.
@lru_cache(maxsize=8)
def _is_srgb(profile: bytes) -> bool:
    """
    Tell whether *profile* changes colours no more than anybody can see.
    """
    levels = np.array(_SWATCH_LEVELS, dtype=np.uint8)
    swatches = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(-1, 6, 3)
    try:
        after = ImageCms.applyTransform(Image.fromarray(swatches), _transform(profile, "RGB"))
    except _PROFILE_ERRORS:
        return False
    difference = np.asarray(after, dtype=np.int16) - swatches
    return bool(np.abs(difference).max() <= _INVISIBLE_DIFFERENCE)


@lru_cache(maxsize=4)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    source = ImageCms.getOpenProfile(BytesIO(profile))
    return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")


def _colour_space(profile: bytes) -> str:
    return profile[16:20].decode("ascii", "replace").strip()
