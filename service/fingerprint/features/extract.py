"""
Find the points of a picture that stand out, and how each looks.
"""

import hashlib
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.frame import Pixels, checked, frame_size, grey, resized
from service.fingerprint.features.values import (
    DESCRIPTOR_BYTES,
    FRAME_SIDE_PX,
    REGISTERED_POINTS,
    Features,
    Views,
)

SOUGHT_POINTS: Final = 500
"""More than are registered: most of a screenshot is not the photo in it."""

_SIDE_PX: Final = 320
"""
Where points are looked for: the detector doubles this first.

At 512 it finds little more after recompression, and takes 42 instead of 21 ms.
"""
_CANDIDATES: Final = 700
_CONTRAST: Final = 0.01
"""A quarter of the usual: cloth, sand and sky are all there is on some photographs."""
_EDGE: Final = 12.0
_OFFSET_PX: Final = 0.25
"""The detector places points this much too far right and down, half of a doubled pixel."""
_CELLS: Final = 8
"""Points are taken in turn from each cell of an 8 × 8 grid, so that none has them all."""
_GRAIN: Final = 64
_TURN_STEPS: Final = 256

_MEAN: Final = (
    (75, 61, 51, 57, 66, 49, 40, 51),
    (125, 82, 53, 53, 60, 47, 45, 74),
    (90, 65, 53, 65, 79, 59, 45, 58),
    (159, 91, 55, 62, 73, 56, 49, 87),
)
"""
What square roots of SIFT descriptors are on average, in thousandths, for four of the
sixteen cells; the others are their mirror images.  Bits tell which side of the
average a descriptor is on.
"""


class _Found(NamedTuple):
    points: NDArray[np.float32]
    sizes: NDArray[np.float32]
    angles: NDArray[np.float32]
    looks: NDArray[np.float32]
    """Rows of 128: the square root of what share of the gradients lies where."""


def describe(picture: Pixels, points: int = REGISTERED_POINTS) -> Features:
    """
    Give the features of *picture*, for registering it.

    Args:
        picture: Upright, RGB or grey, of any size.

        points: How many at most.

    Raises:
        ValueError: It has no pixels, or they are neither grey nor RGB.
    """
    found, size = _find(picture, points)
    return _features(found, size)


def describe_views(picture: Pixels, points: int = SOUGHT_POINTS) -> Views:
    """
    Give the features of *picture* as it is, mirrored and inverted.

    Nothing is looked for twice: the same points look otherwise in a known way.
    """
    found, size = _find(picture, points)
    return Views(
        straight=_features(found, size),
        mirrored=_features(_mirrored(found, size), size),
        inverted=_features(_inverted(found), size),
    )


def _find(picture: Pixels, points: int) -> tuple[_Found, tuple[int, int]]:
    picture = checked(picture)
    size = frame_size(picture)
    small = resized(grey(picture), frame_size(picture, _SIDE_PX))
    sift = cv2.SIFT.create(_CANDIDATES, contrastThreshold=_CONTRAST, edgeThreshold=_EDGE)
    spots, looks = sift.detectAndCompute(small, None)
    if not spots:
        nothing = np.zeros(0, dtype=np.float32)
        return _Found(np.zeros((0, 2), np.float32), nothing, nothing, nothing), size
    at = np.array([spot.pt for spot in spots], dtype=np.float32) - _OFFSET_PX
    strength = np.array([spot.response for spot in spots], dtype=np.float32)
    chosen = _spread(at, strength, (small.shape[1], small.shape[0]), points)
    scale = FRAME_SIDE_PX / _SIDE_PX
    placed = np.clip((at[chosen] + 0.5) * scale - 0.5, 0, np.array(size) - 1)
    sizes = np.array([spots[row].size for row in chosen], dtype=np.float32) * scale
    turns = np.radians(np.array([spots[row].angle for row in chosen], dtype=np.float32))
    share = looks[chosen] / np.maximum(looks[chosen].sum(axis=1, keepdims=True), 1)
    return _Found(_rounded(placed), _rounded(sizes), turns, np.sqrt(share)), size


def _rounded(lengths: NDArray[np.floating]) -> NDArray[np.float32]:
    return np.asarray(np.rint(lengths * _GRAIN) / _GRAIN, dtype=np.float32)


def _spread(
    at: NDArray[np.float32], strength: NDArray[np.float32], size: tuple[int, int], count: int
) -> NDArray[np.intp]:
    """
    Choose *count* points: the strongest of every cell, then each cell's second.
    """
    cell = np.clip(at * _CELLS / np.array(size, dtype=np.float32), 0, _CELLS - 1).astype(np.intp)
    number = cell[:, 1] * _CELLS + cell[:, 0]
    order = np.lexsort((-strength, number))
    firsts = np.flatnonzero(np.diff(number[order], prepend=-1))
    lengths = np.diff(np.append(firsts, len(order)))
    rank = np.arange(len(order)) - np.repeat(firsts, lengths)
    return order[np.lexsort((-strength[order], rank))][:count]


def _mirrored(found: _Found, size: tuple[int, int]) -> _Found:
    """
    Give what would be found in the mirrored picture.
    """
    points = found.points.copy()
    points[:, 0] = size[0] - 1 - points[:, 0]
    looks = found.looks.reshape(-1, 4, 4, 8)[:, ::-1, :, -np.arange(8) % 8]
    return _Found(points, found.sizes, np.float32(np.pi) - found.angles, looks.reshape(-1, 128))


def _inverted(found: _Found) -> _Found:
    """
    Give what would be found in the negative: every gradient points the other way.
    """
    looks = found.looks.reshape(-1, 4, 4, 8)[:, ::-1, ::-1, :]
    return found._replace(
        angles=found.angles + np.float32(np.pi), looks=np.ascontiguousarray(looks).reshape(-1, 128)
    )


def _features(found: _Found, size: tuple[int, int]) -> Features:
    if not len(found.points):
        return Features.nothing(*size)
    step = 2 * np.pi / _TURN_STEPS
    turns = (np.rint(found.angles / step) % _TURN_STEPS * step).astype(np.float32)
    # Not `@`: numpy's would wake a thread on every core for a millisecond's work.
    none = np.zeros((len(found.looks), _SIDES.shape[1]), dtype=np.float32)
    above = np.asarray(cv2.gemm(found.looks - _AVERAGE, _SIDES, 1, none, 0)) > 0
    return Features(*size, found.points, found.sizes, turns, np.packbits(above, axis=1))


def _average() -> NDArray[np.float32]:
    quarter = np.array(_MEAN, dtype=np.float32).reshape(2, 2, 8)
    other_way = quarter[:, ::-1, -np.arange(8) % 8]
    half = np.concatenate((quarter, other_way), axis=1)
    whole = np.concatenate((half, half[::-1, ::-1])).reshape(128)
    return np.asarray(whole / 1000, dtype=np.float32)


def _sides() -> NDArray[np.float32]:
    """
    Give 256 directions, the same on every machine and with every version of numpy.
    """
    chance = hashlib.shake_256(b"obstat features 1").digest(128 * DESCRIPTOR_BYTES)
    bits = np.unpackbits(np.frombuffer(chance, dtype=np.uint8)).reshape(128, -1)
    return bits.astype(np.float32) * 2 - 1


_AVERAGE: Final = _average()
_SIDES: Final = _sides()
