"""
Say in thousandths of a picture where something is.
"""

from typing import Final, NamedTuple, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.align import Matrix, Points, corners, mapped

_WHOLE: Final = 1000
_MOST_BOXES: Final = 20
"""More than anybody looks at; the largest are kept."""


class Box(NamedTuple):
    """
    Say where a rectangle lies, in thousandths of width and height.
    """

    left: int
    top: int
    right: int
    bottom: int


Outline: TypeAlias = tuple[tuple[int, int], ...]
"""Corners, each as thousandths of width and height."""


def boxes(marked: NDArray[np.bool_]) -> tuple[Box, ...]:
    """
    Put a box around each spot of *marked* places, the largest first.
    """
    height, width = marked.shape
    _count, _labels, spots, _middles = cv2.connectedComponentsWithStats(marked.astype(np.uint8))
    found = [
        Box(
            left * _WHOLE // width,
            top * _WHOLE // height,
            -(-(left + across) * _WHOLE // width),
            -(-(top + down) * _WHOLE // height),
        )
        for left, top, across, down, _area in spots[1:].tolist()
    ]
    found.sort(key=lambda box: (box.left - box.right) * (box.bottom - box.top))
    return tuple(found[:_MOST_BOXES])


def seen_outline(matrix: Matrix, asked: tuple[int, int], stored: tuple[int, int]) -> Outline:
    """
    Give the corners of what is seen of the registered picture.

    Args:
        matrix: From the frame of the picture asked about to the registered one's.

        asked: Width and height of the one frame.

        stored: Width and height of the other.
    """
    ours, theirs = (mapped(matrix, corners(asked)), corners(stored))
    _area, shared = cv2.intersectConvexConvex(_polygon(ours), _polygon(theirs))
    found = np.asarray(shared)
    if found.size <= 1:  # OpenCV says nothing, in one way or another, where nothing is shared
        return ()
    limits = np.maximum(np.array(stored, dtype=np.float64) - 1, 1)
    rounded = np.rint(found.reshape(-1, 2) / limits * _WHOLE).astype(int)
    return tuple((int(x), int(y)) for x, y in np.clip(rounded, 0, _WHOLE))


def _polygon(points: Points) -> NDArray[np.float32]:
    return points.astype(np.float32).reshape(-1, 1, 2)
