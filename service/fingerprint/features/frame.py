"""
Bring a picture of any size into the frame where it is compared.
"""

from typing import Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.values import FRAME_SIDE_PX

Pixels: TypeAlias = NDArray[np.uint8]
"""Rows of grey levels, or rows of red, green and blue."""
_COLOUR_AXES: Final = 3
_COLOURS: Final = 3

# Somebody waits for one picture: a second core helps, where one is free.  With all of them
# busy that costs nothing measurable, and the answer is the same.
cv2.setNumThreads(2)


def frame_size(picture: Pixels, side_px: int = FRAME_SIDE_PX) -> tuple[int, int]:
    """
    Give width and height of *picture* once its longer side is *side_px*.
    """
    height, width = picture.shape[:2]
    scale = side_px / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def resized(picture: Pixels, size: tuple[int, int]) -> Pixels:
    """
    Give *picture* in *size*: width, then height.
    """
    height, width = picture.shape[:2]
    if (width, height) == size:
        return picture
    shrinks = size[0] * size[1] < width * height
    way = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, size, interpolation=way), dtype=np.uint8)


def grey(picture: Pixels) -> Pixels:
    """
    Give the grey levels of *picture*.
    """
    if picture.ndim == _COLOUR_AXES:
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return picture


def coloured(picture: Pixels) -> Pixels:
    """
    Give *picture* in red, green and blue.
    """
    if picture.ndim == _COLOUR_AXES:
        return picture
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2RGB), dtype=np.uint8)


def checked(picture: Pixels) -> Pixels:
    """
    Give *picture* back if it is one.

    Raises:
        ValueError: It has no pixels, or they are neither grey nor RGB.
    """
    colours = picture.shape[2] if picture.ndim == _COLOUR_AXES else _COLOURS
    flat = picture.ndim in {_COLOUR_AXES - 1, _COLOUR_AXES}
    if picture.dtype != np.uint8 or not flat or colours != _COLOURS or picture.size == 0:
        raise ValueError("neither a grey nor an RGB picture")
    return np.ascontiguousarray(picture)
