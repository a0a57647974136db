"""
Say in thousandths of a picture where something is.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.align import Matrix, Points, corners, mapped
from service.fingerprint.features.comparison import MOST_BOXES, WHOLE, Box, Outline


def boxes(marked: NDArray[np.bool_]) -> tuple[Box, ...]:
    """
    Put a box around each spot of *marked* places, the largest first.
    """
    height, width = marked.shape
    _count, _labels, spots, _middles = cv2.connectedComponentsWithStats(marked.astype(np.uint8))
    found = [
        Box(
            left * WHOLE // width,
            top * WHOLE // height,
            -(-(left + across) * WHOLE // width),
            -(-(top + down) * WHOLE // height),
        )
        for left, top, across, down, _area in spots[1:].tolist()
    ]
    found.sort(key=lambda box: (box.left - box.right) * (box.bottom - box.top))
    return tuple(found[:MOST_BOXES])


def seen_outline(matrix: Matrix, asked: tuple[int, int], stored: tuple[int, int]) -> Outline:
    """
    Give the corners of what is seen of the registered picture.

    Args:
        matrix: From the frame of the picture asked about to the registered one's.

        asked: Width and height of the one frame.

        stored: Width and height of the other.
    """
    ours, theirs = (mapped(matrix, corners(asked)), corners(stored))
    area, shared = cv2.intersectConvexConvex(_polygon(ours), _polygon(theirs))
    found = np.asarray(shared)
    if area <= 0 or found.size <= 1:  # where nothing is shared, the corners mean nothing
        return ()
    limits = np.maximum(np.array(stored, dtype=np.float64) - 1, 1)
    rounded = np.rint(found.reshape(-1, 2) / limits * WHOLE).astype(int)
    return tuple((int(x), int(y)) for x, y in np.clip(rounded, 0, WHOLE))


def _polygon(points: Points) -> NDArray[np.float32]:
    return points.astype(np.float32).reshape(-1, 1, 2)
