"""
Tell whether a box is empty, ticked, or not to be told.

What a hand writes is a thin stroke on paper: paper is told by what stays when thin
things are wiped away, so neither a shadow nor a fold is ink.  A box is ticked only by one
long stroke, or several that touch, well inside of it; whatever else is in it or near it
makes it doubtful.  A wrong yes is worse than a hundred questions.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.paper import BoxMark, Spot

PX_PER_TENTH: Final = 0.8
"""Of a straight page: 8 pixels a millimetre, 203 to the inch."""
_WIPED: Final = 33
"""Strokes up to 4 mm wide are wiped away to see the paper; in pixels, odd."""
_GRAIN_PX: Final = 1.2
_INK: Final = 0.35
"""How far from paper to the black of the marks something must be to be ink."""
_TRACE: Final = 0.1
"""From here on something is there."""
_EMPTY_PART: Final = 0.012
_TICKED_PART: Final = 0.035
_FILLED_PART: Final = 0.45
_DARK_PAPER: Final = 0.55
"""Where paper itself is darker than this part of the page's, it is filled or in the dark."""
_EDGE_TENTHS: Final = 9
"""The printed line, and as much as a page may be off."""
_AROUND_TENTHS: Final = 14
_LONG_ENOUGH: Final = 0.4
"""Of the side of the box that the longest stroke must span."""
_SPECKLED_PART: Final = 0.35
"""More of the ink than this outside of the stroke is no tick, but dirt."""
_LEAST_CONTRAST: Final = 60.0

Grey = NDArray[np.uint8]
Share = NDArray[np.float32]


def marks_on(page: Grey, boxes: tuple[Spot, ...], box_size: int, black: float) -> list[BoxMark]:
    """
    Tell what stands in each box of a straight page.

    Args:
        black: How dark what is printed black appears on this page.
    """
    # Grain is no ink: a stroke of a pen is four pixels wide here.
    page = np.asarray(cv2.GaussianBlur(page, (0, 0), _GRAIN_PX), np.uint8)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_WIPED, _WIPED))
    paper = cv2.morphologyEx(page, cv2.MORPH_CLOSE, kernel).astype(np.float32)
    white = float(np.percentile(paper, 60))
    if white - black < _LEAST_CONTRAST:
        return [BoxMark.DOUBTFUL] * len(boxes)
    depth = np.clip((paper - page) / np.maximum(paper - black, 1.0), 0.0, 1.0)
    dark = paper < black + (white - black) * _DARK_PAPER
    return [_mark(depth, dark, each, box_size) for each in boxes]


def _mark(depth: Share, dark: NDArray[np.bool_], box: Spot, size: int) -> BoxMark:
    """
    Tell what stands in one box.
    """
    inside = _window(box, size, -_EDGE_TENTHS)
    if dark[_window(box, size, 0)].any():
        return BoxMark.DOUBTFUL
    ink = depth[inside]
    traces = float((ink > _TRACE).mean())
    if traces <= _EMPTY_PART:
        return BoxMark.EMPTY if not _is_crossed(depth, box, size) else BoxMark.DOUBTFUL
    written = (ink > _INK).astype(np.uint8)
    part = float(written.mean())
    if not _TICKED_PART <= part <= _FILLED_PART or not _is_one_stroke(written):
        return BoxMark.DOUBTFUL
    return BoxMark.DOUBTFUL if _is_crossed(depth, box, size) else BoxMark.TICKED


def _is_one_stroke(written: Grey) -> bool:
    """
    Tell whether nearly all ink hangs together, and spans the box.
    """
    count, _, found, _ = cv2.connectedComponentsWithStats(written, connectivity=8)
    if count <= 1:
        return False
    areas = found[1:, cv2.CC_STAT_AREA]
    longest = found[1 + int(areas.argmax())]
    spans = max(longest[cv2.CC_STAT_WIDTH], longest[cv2.CC_STAT_HEIGHT]) / written.shape[0]
    rest = 1.0 - float(areas.max()) / float(areas.sum())
    return bool(spans >= _LONG_ENOUGH and rest <= _SPECKLED_PART)


def _is_crossed(depth: Share, box: Spot, size: int) -> bool:
    """
    Tell whether ink leaves the box on two opposite sides: somebody struck it out.
    """
    near = depth[_window(box, size, _AROUND_TENTHS)] > _INK
    band = round((_AROUND_TENTHS - _EDGE_TENTHS + 2) * PX_PER_TENTH)
    least = 2
    left, right = near[:, :band].sum() > least, near[:, -band:].sum() > least
    upper, lower = near[:band].sum() > least, near[-band:].sum() > least
    return bool((left and right) or (upper and lower))


def _window(box: Spot, size: int, wider: int) -> tuple[slice, slice]:
    """
    Give the pixels of a box, *wider* on every side.
    """
    x, y = box
    columns = slice(round((x - wider) * PX_PER_TENTH), round((x + size + wider) * PX_PER_TENTH))
    rows = slice(round((y - wider) * PX_PER_TENTH), round((y + size + wider) * PX_PER_TENTH))
    return rows, columns
