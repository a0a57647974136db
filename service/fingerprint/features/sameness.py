"""
Tell whether a whole picture is everywhere what the registered one is.

Recompression, scaling and a slider's change of tone leave a small difference that
follows the detail of the picture.  Whatever exceeds it somewhere was put there.
"""

from dataclasses import dataclass, field
from typing import Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.frame import Pixels, frame_size, resized
from service.fingerprint.features.thresholds import (
    COLOUR_OFFSET,
    COLOUR_STRENGTH,
    OFFSET,
    STRENGTH,
    STRENGTH_BESIDE_DETAIL,
)
from service.fingerprint.features.tone import fit_tone

Levels: TypeAlias = NDArray[np.float32]

_SIDE_PX: Final = 384
"""At 512 nothing more is found, for twice the time."""
_TONE_SIDE_PX: Final = 72
_SOFT_PX: Final = 1.0
"""Softer than any way of scaling a picture, which then no longer differ."""
_WINDOW: Final = 0.045
"""Of the shorter side: fits into a face of 6 % of it, wherever that lies."""
_WINDOW_LEAST_PX: Final = 5
_LUMA: Final = np.array(
    [[0.299, 0.587, 0.114], [-0.169, -0.331, 0.5], [0.5, -0.419, -0.081]], dtype=np.float32
)


@dataclass(frozen=True, slots=True)
class Difference:
    """
    Say how much more two pictures differ than copying explains.
    """

    worst: float
    """The highest of all places; up to 1 is explained."""
    places: Levels = field(repr=False)
    slightly_toned: bool


def difference(asked: Pixels, stored: Pixels) -> Difference:
    """
    Compare two pictures that fill the same frame.

    Args:
        asked: RGB, turned as *stored* is; of any size.

        stored: RGB, as kept.
    """
    size = _common_size(asked, stored)
    ours, theirs = resized(asked, size), resized(stored, size)
    few = frame_size(stored, _TONE_SIDE_PX)
    tone = fit_tone(resized(theirs, few), resized(ours, few))
    toned = tone.applied(theirs)
    excess = _excess(_soft(ours), _soft(toned), toned, _window(size))
    return Difference(float(excess.max()), excess, slightly_toned=tone.slight())


def _common_size(asked: Pixels, stored: Pixels) -> tuple[int, int]:
    """
    Give the size of the smaller, in the shape of the stored one.
    """
    return frame_size(stored, min(_SIDE_PX, max(asked.shape[:2]), max(stored.shape[:2])))


def _window(size: tuple[int, int]) -> int:
    return max(_WINDOW_LEAST_PX, round(min(size) * _WINDOW)) | 1


def _soft(levels: Pixels | Levels) -> Levels:
    return _blurred(levels.astype(np.float32), _SOFT_PX)


def _blurred(levels: Levels, sigma_px: float) -> Levels:
    blurred = cv2.GaussianBlur(levels, (0, 0), sigma_px, borderType=cv2.BORDER_REFLECT)
    return np.asarray(blurred, dtype=np.float32)


def _excess(ours: Levels, expected: Levels, toned: Levels, window: int) -> Levels:
    """
    Divide what differs around each place by what copying explains there.
    """
    around = (window, window)
    wrong = np.asarray(cv2.transform(ours - expected, _LUMA), dtype=np.float32)
    light = np.asarray(cv2.transform(expected, _LUMA), dtype=np.float32)
    strength = np.sqrt(np.maximum(cv2.blur(wrong * wrong, around), 0))
    offset = np.abs(cv2.blur(wrong, around))
    mean = cv2.blur(light, around)
    detail = np.sqrt(np.maximum(cv2.blur(light * light, around) - mean * mean, 0))
    fine = np.asarray(cv2.transform(toned, _LUMA[:1]), dtype=np.float32) - light[..., 0]
    lost = np.sqrt(np.maximum(cv2.blur(fine * fine, around), 0))
    grain, blue, red = cv2.split(detail)
    signs = (
        strength[..., 0] / (STRENGTH * (1.5 + 0.25 * grain + 0.3 * lost)),
        strength[..., 0] / (STRENGTH_BESIDE_DETAIL * (1.5 + 0.15 * grain)),
        offset[..., 0] / (OFFSET * (1 + 0.05 * grain + 0.1 * lost)),
        strength[..., 1] / (COLOUR_STRENGTH * (1.5 + 0.2 * blue + 0.05 * grain)),
        strength[..., 2] / (COLOUR_STRENGTH * (1.5 + 0.2 * red + 0.05 * grain)),
        offset[..., 1] / (COLOUR_OFFSET * (1 + 0.1 * blue + 0.03 * grain)),
        offset[..., 2] / (COLOUR_OFFSET * (1 + 0.1 * red + 0.03 * grain)),
    )
    return np.asarray(np.maximum.reduce(signs), dtype=np.float32)
