"""
Tell whether a whole picture is everywhere what the registered one is.

Recompression, scaling and a slider's change of tone leave a small difference that
follows the detail of the picture.  Whatever exceeds it somewhere was put there.
"""

from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

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
_LIGHT: Final = np.array([[0.299, 0.587, 0.114]], dtype=np.float32)
_BLUE: Final = np.array([[-0.169, -0.331, 0.5]], dtype=np.float32)
_RED: Final = np.array([[0.5, -0.419, -0.081]], dtype=np.float32)


class _Around(NamedTuple):
    """
    Say what is around each place: on average, and how strong.
    """

    mean: Levels
    strength: Levels

    @property
    def deviation(self) -> Levels:
        """
        Give how far it is from its average.
        """
        return _root(self.strength * self.strength - self.mean * self.mean)


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
    with ThreadPoolExecutor(max_workers=1) as aside:
        return _difference(asked, stored, aside)


def _difference(asked: Pixels, stored: Pixels, aside: Executor) -> Difference:
    """
    Compare them, half of it *aside*: whoever waits for this has a core to spare.
    """
    size = _common_size(asked, stored)
    few = frame_size(stored, _TONE_SIDE_PX)
    kept = aside.submit(_in_sizes, stored, size, few)
    ours, few_ours = _in_sizes(asked, size, few)
    theirs, few_theirs = kept.result()
    tone = fit_tone(few_theirs, few_ours)
    toned = tone.applied(theirs)
    places = _excess(ours.astype(np.float32) - toned, toned, _window(size), aside)
    return Difference(float(places.max()), places, slightly_toned=tone.slight())


def _in_sizes(
    picture: Pixels, size: tuple[int, int], few: tuple[int, int]
) -> tuple[Pixels, Pixels]:
    """
    Give *picture* as it is compared, and as few pixels.
    """
    shrunk = resized(picture, size)
    return shrunk, resized(shrunk, few)


def _common_size(asked: Pixels, stored: Pixels) -> tuple[int, int]:
    """
    Give the size of the smaller, in the shape of the stored one.
    """
    return frame_size(stored, min(_SIDE_PX, max(asked.shape[:2]), max(stored.shape[:2])))


def _window(size: tuple[int, int]) -> int:
    return max(_WINDOW_LEAST_PX, round(min(size) * _WINDOW)) | 1


def _excess(wrong: Levels, toned: Levels, window: int, aside: Executor) -> Levels:
    """
    Divide what differs around each place by what copying explains there.
    """
    light = _plane(toned, _LIGHT)
    soft = _blurred(light, _SOFT_PX)
    grain = _around(soft, window).deviation
    of_colours = aside.submit(_colours_excess, wrong, toned, grain, window)
    lost = _strength(light - soft, window)
    of_light = _light_excess(
        _around(_blurred(_plane(wrong, _LIGHT), _SOFT_PX), window), grain, lost
    )
    height, width = light.shape
    return np.maximum(of_light, _scaled(of_colours.result(), (width, height)))


def _light_excess(wrong: _Around, grain: Levels, lost: Levels) -> Levels:
    strong = wrong.strength / (STRENGTH * (1.5 + 0.25 * grain + 0.3 * lost))
    beside_detail = wrong.strength / (STRENGTH_BESIDE_DETAIL * (1.5 + 0.15 * grain))
    offset = np.abs(wrong.mean) / (OFFSET * (1 + 0.05 * grain + 0.1 * lost))
    return np.maximum(np.maximum(strong, beside_detail), offset)


def _colours_excess(wrong: Levels, toned: Levels, grain: Levels, window: int) -> Levels:
    """
    Do the same for colours.

    They are kept at half the resolution in most files, and need no more here.
    """
    height, width = grain.shape
    half = (max(1, width // 2), max(1, height // 2))
    few, few_wrong = (_blurred(_scaled(each, half), _SOFT_PX / 2) for each in (toned, wrong))
    rough, few_window = _scaled(grain, half), window // 2 | 1
    blue, red = (
        _colour_excess(
            _around(_plane(few_wrong, colour), few_window),
            _around(_plane(few, colour), few_window).deviation,
            rough,
        )
        for colour in (_BLUE, _RED)
    )
    return np.maximum(blue, red)


def _colour_excess(wrong: _Around, colourful: Levels, grain: Levels) -> Levels:
    strength = COLOUR_STRENGTH * (1.5 + 0.2 * colourful + 0.05 * grain)
    offset = COLOUR_OFFSET * (1 + 0.1 * colourful + 0.03 * grain)
    return np.maximum(wrong.strength / strength, np.abs(wrong.mean) / offset)


def _around(levels: Levels, window: int) -> _Around:
    mean = np.asarray(cv2.blur(levels, (window, window)), dtype=np.float32)
    return _Around(mean, _strength(levels, window))


def _strength(levels: Levels, window: int) -> Levels:
    square = np.asarray(cv2.sqrBoxFilter(levels, -1, (window, window)), dtype=np.float32)
    return _root(square)


def _root(squares: Levels) -> Levels:
    """
    Give the square roots, where rounding left something of them.
    """
    # In half of numpy's time, and to the last bit what it gives.
    _, some = cv2.threshold(squares, 0, 0, cv2.THRESH_TOZERO)
    return np.asarray(cv2.sqrt(some), dtype=np.float32)


def _plane(picture: Levels, weights: Levels) -> Levels:
    return np.asarray(cv2.transform(picture, weights), dtype=np.float32)


def _scaled(levels: Levels, size: tuple[int, int]) -> Levels:
    way = cv2.INTER_AREA if size[0] < levels.shape[1] else cv2.INTER_NEAREST
    return np.asarray(cv2.resize(levels, size, interpolation=way), dtype=np.float32)


def _blurred(levels: Levels, sigma_px: float) -> Levels:
    blurred = cv2.GaussianBlur(levels, (0, 0), sigma_px, borderType=cv2.BORDER_REFLECT)
    return np.asarray(blurred, dtype=np.float32)
