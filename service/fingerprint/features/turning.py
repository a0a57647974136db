"""
Find which way round a picture is that fills the registered frame.
"""

from dataclasses import dataclass, field
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.align import Matrix
from service.fingerprint.features.frame import Pixels, frame_size, grey, resized

Level = TypeVar("Level", bound=np.generic)

_SIDE_PX: Final = 32
_SHAPE_TOLERANCE: Final = 1.25
"""A picture squeezed by a tenth of its width is still the same picture."""


@dataclass(frozen=True, slots=True)
class Turn:
    """
    Say how to turn a picture: exchange its axes or not, then mirror.
    """

    exchanged: bool
    from_right: bool
    from_below: bool
    likeness: float
    """How the two correlate in small: 1 is the same, below 0 a negative."""
    matrix: Matrix = field(repr=False)
    """From the frame of the one to that of the other, as if nothing were cut away."""

    def applied(self, picture: NDArray[Level]) -> NDArray[Level]:
        """
        Give *picture* turned.
        """
        held = picture.swapaxes(0, 1) if self.exchanged else picture
        held = held[:, ::-1] if self.from_right else held
        return np.ascontiguousarray(held[::-1] if self.from_below else held)


def best_turn(asked: Pixels, stored: Pixels) -> Turn | None:
    """
    Choose among the eight ways of holding a picture, if any fits the frame.
    """
    small, goal = _small(asked), _small(stored)
    best: Turn | None = None
    for exchanged in (False, True):
        if not _fits(asked, stored, exchanged=exchanged):
            continue
        for from_right in (False, True):
            for from_below in (False, True):
                turn = Turn(exchanged, from_right, from_below, 0.0, np.eye(3))
                likeness = float((turn.applied(small) * goal).mean())
                if best is None or abs(likeness) > abs(best.likeness):
                    matrix = _matrix(asked, stored, turn)
                    best = Turn(exchanged, from_right, from_below, likeness, matrix)
    return best


def _fits(asked: Pixels, stored: Pixels, *, exchanged: bool) -> bool:
    height, width = (int(side) for side in asked.shape[:2])
    shape = height / width if exchanged else width / height
    ratio = shape * int(stored.shape[0]) / int(stored.shape[1])
    return 1 / _SHAPE_TOLERANCE < ratio < _SHAPE_TOLERANCE


def _small(picture: Pixels) -> NDArray[np.float32]:
    levels = resized(grey(picture), (_SIDE_PX, _SIDE_PX)).astype(np.float32)
    return np.asarray((levels - levels.mean()) / (levels.std() + 1), dtype=np.float32)


def _matrix(asked: Pixels, stored: Pixels, turn: Turn) -> Matrix:
    width, height = frame_size(stored)
    from_width, from_height = frame_size(asked)
    across, down = (from_height, from_width) if turn.exchanged else (from_width, from_height)
    held = np.eye(3)[[1, 0, 2]] if turn.exchanged else np.eye(3)
    mirror = np.eye(3)
    if turn.from_right:
        mirror[0] = (-1, 0, across - 1)
    if turn.from_below:
        mirror[1] = (0, -1, down - 1)
    right, below = width / across, height / down
    scale = np.diag((right, below, 1.0))
    scale[:2, 2] = ((right - 1) / 2, (below - 1) / 2)
    return scale @ mirror @ held
