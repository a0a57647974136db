"""
Tell in which blocks two pictures, laid over each other, show the same.
"""

from dataclasses import dataclass, field
from typing import Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.align import Matrix, Points
from service.fingerprint.features.frame import Pixels, frame_size, grey, resized

BLOCKS: Final = 12
"""Rows and columns of blocks."""
_SIDE_PX: Final = 256
_CORRELATED: Final = 0.5
_TEXTURE_LEVELS: Final = 2.0
"""Less than this, and a block is even: compression alone decides what correlates."""
_FINE_PX: Final = 0.8
_COARSE_PX: Final = 8.0
"""Light that changes more slowly than this over the picture says nothing."""
_SHIFTS_PX: Final = (-2, 0, 2)
_COVERED: Final = 0.3
"""A block with so little of the detail that should be there shows something else."""
_FINE_BLOCK: Final = 8
_FRAMED: Final = 0.9
"""A block counts as shown if this share of it is."""

Levels = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Agreement:
    """
    Say which blocks of the registered picture are shown, and which alike.
    """

    share: float
    """Of the blocks that are shown, neither even nor covered, how many agree."""
    among: float
    """The same, only among the points that both have: what surrounds them may hide the rest."""
    judged_among: int
    exchanged: float
    """The share, where light and dark may be exchanged in places, as by solarising."""
    judged: int
    """How many blocks are shown, neither even nor covered."""
    shown: NDArray[np.bool_] = field(repr=False)
    differs: NDArray[np.bool_] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ground:
    """
    Hold a picture as others are laid over it: small, grey, and its detail.
    """

    frame: tuple[int, int]
    levels: Levels = field(repr=False)
    detail: Levels = field(repr=False)

    @classmethod
    def of(cls, picture: Pixels) -> Self:
        """
        Look at *picture* as it is kept.
        """
        levels = resized(grey(picture), _block_size(picture)).astype(np.float32)
        return cls(frame_size(picture), levels, _detail(levels))

    @property
    def size(self) -> tuple[int, int]:
        """
        Give width and height, of which every block has as many whole pixels.
        """
        height, width = self.levels.shape
        return width, height

    @property
    def textured_blocks(self) -> int:
        """
        Count the blocks in which there is something to see.
        """
        return int((_deviation(self.detail) >= _TEXTURE_LEVELS).sum())

    def blurred(self, sigma_px: float) -> Levels:
        """
        Give its detail as a picture shows it that is less sharp.
        """
        blurred = _blurred(self.levels, sigma_px)
        return self.detail if blurred is self.levels else _detail(blurred)


def agree(
    asked: Pixels,
    stored: Ground,
    matrix: Matrix,
    *,
    inverted: bool = False,
    points: Points | None = None,
) -> Agreement:
    """
    Compare *asked*, moved by *matrix*, with *stored*, block by block.

    Args:
        matrix: From frame to frame.

        inverted: The one is a negative of the other.

        points: Of the stored picture, that both have.
    """
    small = _shrunk(stored.frame, stored.size) @ matrix
    scale = float(np.sqrt(abs(np.linalg.det(small[:2, :2] / small[2, 2]))))
    ours = resized(grey(asked), frame_size(asked)).astype(np.float32)
    ours = _blurred(ours, 0.5 * max(0.0, 1 / scale**2 - 1) ** 0.5)
    seen = np.asarray(cv2.warpPerspective(ours, small, stored.size), dtype=np.float32)
    mask = cv2.warpPerspective(np.ones_like(ours), small, stored.size, flags=cv2.INTER_NEAREST)
    theirs = stored.blurred(0.5 * max(0.0, scale**2 - 1) ** 0.5)
    inside = np.asarray(mask, dtype=np.float32)
    among = _among(points, stored.frame)
    return _judge(_detail(-seen if inverted else seen), theirs, inside, among)


def _block_size(picture: Pixels) -> tuple[int, int]:
    """
    Give the size in which pictures are compared: all blocks have as many whole pixels.
    """
    width, height = frame_size(picture, _SIDE_PX)
    return max(1, round(width / BLOCKS)) * BLOCKS, max(1, round(height / BLOCKS)) * BLOCKS


def _shrunk(frame: tuple[int, int], size: tuple[int, int]) -> Matrix:
    """
    Give where points of the frame lie once it has another size.
    """
    across, down = size[0] / frame[0], size[1] / frame[1]
    return np.array([[across, 0, (across - 1) / 2], [0, down, (down - 1) / 2], [0, 0, 1]])


def _among(points: Points | None, frame: tuple[int, int]) -> NDArray[np.bool_]:
    """
    Tell which blocks lie within a string around all *points*.
    """
    if points is None:
        return np.ones((BLOCKS, BLOCKS), dtype=np.bool_)
    spread = np.zeros((BLOCKS * _FINE_BLOCK, BLOCKS * _FINE_BLOCK), dtype=np.float32)
    placed = np.rint(points * (len(spread) / np.array(frame))).astype(np.int32)
    cv2.fillConvexPoly(spread, cv2.convexHull(placed), (1,))
    return _mean(spread) >= _FRAMED


def _judge(seen: Levels, theirs: Levels, inside: Levels, among: NDArray[np.bool_]) -> Agreement:
    shown = _mean(inside) >= _FRAMED
    laid = seen * inside
    spread, ours = _deviation(theirs), _deviation(laid)
    likeness = np.full((BLOCKS, BLOCKS), -1.0, dtype=np.float32)
    opposite = likeness.copy()
    expected = _mean(theirs)
    for down in _SHIFTS_PX:
        for right in _SHIFTS_PX:
            moved = np.roll(laid, (down, right), axis=(0, 1))
            mean = _mean(moved)
            covariance = _mean(moved * theirs) - mean * expected
            correlation = covariance / np.maximum(_deviation(moved, mean) * spread, 1e-3)
            likeness = np.maximum(likeness, correlation)
            opposite = np.maximum(opposite, -correlation)
    alike = likeness >= _CORRELATED
    textured = shown & (spread >= _TEXTURE_LEVELS)
    # What was laid over it, and is even: a frame around the picture, a box under text.
    covered = textured & ~alike & (ours < _COVERED * spread)
    judged = textured & ~covered
    newly = shown & ~textured & (ours >= 3 * _TEXTURE_LEVELS)
    return Agreement(
        share=_share(alike, judged),
        judged=int(judged.sum()),
        among=_share(alike, judged & among),
        judged_among=int((judged & among).sum()),
        exchanged=_share(alike | (opposite >= _CORRELATED), judged),
        shown=shown,
        differs=(textured & ~alike) | newly,
    )


def _share(some: NDArray[np.bool_], judged: NDArray[np.bool_]) -> float:
    return float((some & judged).sum() / max(int(judged.sum()), 1))


def _detail(levels: Levels) -> Levels:
    return _blurred(levels, _FINE_PX) - _blurred(levels, _COARSE_PX)


def _blurred(levels: Levels, sigma_px: float) -> Levels:
    if sigma_px < 0.3:  # noqa: PLR2004 # less than any filter can do
        return levels
    blurred = cv2.GaussianBlur(levels, (0, 0), sigma_px, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(blurred, dtype=np.float32)


def _mean(levels: Levels) -> Levels:
    blocks = cv2.resize(levels, (BLOCKS, BLOCKS), interpolation=cv2.INTER_AREA)
    return np.asarray(blocks, dtype=np.float32)


def _deviation(levels: Levels, mean: Levels | None = None) -> Levels:
    """
    Give how far each block is from its *mean*, if that is known already.
    """
    variance = _mean(levels * levels) - (_mean(levels) if mean is None else mean) ** 2
    return np.asarray(np.sqrt(np.maximum(variance, 0)), dtype=np.float32)
