"""
Find how one picture lies in another, from points that look alike.
"""

from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.nearest import nearest_two
from service.fingerprint.features.values import Features, Views

Matrix: TypeAlias = NDArray[np.float64]
"""Three by three: where a point of one frame lies in another, in perspective."""
Points: TypeAlias = NDArray[np.float64]

_FAR_BITS: Final = 80
_NEAR_BITS: Final = 50
_DISTINCT: Final = 0.9
"""A match counts if the second best is this much worse, or if it is near in itself."""
_MAX_MATCHES: Final = 200
_LEAST: Final = 4
_STORED_LEAST: Final = 2
"""Else nothing tells whether the nearest is nearer than chance."""
_LOOSE_PX: Final = 8.0
_LOOSER_WITH_DISTANCE: Final = 0.06
"""Perspective moves points by this share of how far they are from the point at hand."""
_WHOLE_TURN: Final = 256
_TURN_STEPS: Final = 20
"""Nearly half a radian, in the steps in which turns are kept."""
_SCALE_TOLERANCE: Final = 0.5
_TIGHT_PX: Final = 5.0
_TIGHTEST_PX: Final = 4.0
_ROUNDS: Final = 4
_PERSPECTIVE_LEAST: Final = 10
_SMALLEST: Final = 0.1
_LARGEST: Final = 8.0
_SQUEEZE: Final = 1.8
_TILT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    Say how a picture lies in a registered one.
    """

    matrix: Matrix = field(repr=False)
    """From the frame of the picture asked about to that of the registered one."""
    places: Points = field(repr=False)
    """Points of the registered picture that the other shows where they belong."""
    inverted: bool = False

    @property
    def inliers(self) -> int:
        """
        Count these points.
        """
        return len(self.places)


class _Matches(NamedTuple):
    asked: Points
    stored: Points
    turns: NDArray[np.complex128]
    """How each match alone would turn and scale the picture."""
    rows: NDArray[np.intp]


def align(asked: Views, stored: Features, enough: int) -> Alignment | None:
    """
    Lay the picture *asked* about over the one that *stored* describes.

    Args:
        enough: With so many points in place no other way of showing it is tried.
    """
    best: Alignment | None = None
    for view in (asked.straight, asked.mirrored, asked.inverted):
        found = align_view(view, stored)
        if found is None or (best is not None and found.inliers <= best.inliers):
            continue
        matrix = found.matrix
        if view is asked.mirrored:
            matrix = matrix @ mirror(view.width_px)
        best = Alignment(matrix, found.places, inverted=view is asked.inverted)
        if best.inliers >= enough:
            break
    return best


def mirror(width_px: int) -> Matrix:
    """
    Give where points of a picture lie in its mirror image.
    """
    return np.array([[-1.0, 0.0, width_px - 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])


def align_view(asked: Features, stored: Features) -> Alignment | None:
    """
    Lay one view over the registered picture.
    """
    matches = _matches(asked, stored)
    if len(matches.rows) < _LEAST:
        return None
    chosen = _most_agreed(matches)
    affine = _settle(matches, chosen)
    if affine is None:
        return None
    matrix, chosen = _in_perspective(matches, *affine)
    if not _is_sane(matrix, (asked.width_px, asked.height_px)):
        return None
    return Alignment(matrix, np.unique(matches.stored[chosen], axis=0))


def _matches(asked: Features, stored: Features) -> _Matches:
    """
    Pair points that look alike, the likest first.
    """
    if not len(asked) or len(stored) < _STORED_LEAST:
        return _matched(asked, stored, np.zeros(0, np.intp), np.zeros(0, np.intp))
    near = nearest_two(asked.descriptors, stored.descriptors)
    distinct = near.bits < _DISTINCT * near.next_bits
    ours = np.flatnonzero(near.bits <= np.where(distinct, _FAR_BITS, _NEAR_BITS))
    ours = ours[np.argsort(near.bits[ours], kind="stable")][:_MAX_MATCHES]
    return _matched(asked, stored, ours, near.rows[ours])


def _matched(
    asked: Features, stored: Features, ours: NDArray[np.intp], theirs: NDArray[np.intp]
) -> _Matches:
    scale = stored.sizes[theirs] / asked.sizes[ours]
    turn = stored.angles[theirs] - asked.angles[ours]
    return _Matches(
        asked.points[ours].astype(np.float64),
        stored.points[theirs].astype(np.float64),
        (scale * np.exp(1j * turn)).astype(np.complex128),
        theirs,
    )


def _most_agreed(matches: _Matches) -> NDArray[np.intp]:
    """
    Choose the match with which most others agree, and give these.

    A single match places, turns and scales the whole picture, so each is tried: no
    chance is involved, and the same pictures always give the same answer.
    """
    one, other = _turned_alike(matches.turns)
    ours = matches.asked[:, 0] + 1j * matches.asked[:, 1]
    theirs = matches.stored[:, 0] + 1j * matches.stored[:, 1]
    apart = ours[other] - ours[one]
    away = np.abs(matches.turns[one] * apart + theirs[one] - theirs[other])
    allowed = _LOOSE_PX + _LOOSER_WITH_DISTANCE * np.abs(apart) * np.abs(matches.turns)[one]
    agree = away < allowed
    most = np.bincount(one[agree]).argmax()
    return np.asarray(other[agree & (one == most)])


def _turned_alike(turns: NDArray[np.complex128]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """
    Pair the matches that turn and scale alike: one in ten do, and only they are looked at.
    """
    steps = np.rint(np.angle(turns) * (_WHOLE_TURN / (2 * np.pi))).astype(np.int64)
    # A whole turn is as many steps as a byte has numbers: those behind the last begin anew.
    small = steps.astype(np.uint8)
    turned = (small[:, None] - small + np.uint8(_TURN_STEPS)) <= 2 * _TURN_STEPS
    one, other = np.nonzero(turned)
    logarithms = np.log(np.abs(turns))
    scaled = np.abs(logarithms[one] - logarithms[other]) < _SCALE_TOLERANCE
    return one[scaled], other[scaled]


def _settle(matches: _Matches, chosen: NDArray[np.intp]) -> tuple[Matrix, NDArray[np.intp]] | None:
    """
    Fit a parallelogram to the *chosen* matches, and choose again, until that settles.
    """
    matrix = np.eye(3)
    homogeneous = np.column_stack((matches.asked, np.ones(len(matches.asked))))
    for _ in range(_ROUNDS):
        if len(chosen) < _LEAST:
            return None
        fit = np.linalg.lstsq(homogeneous[chosen], matches.stored[chosen], rcond=None)[0]
        matrix[:2] = fit.T
        away = np.linalg.norm(homogeneous @ fit - matches.stored, axis=1)
        before, chosen = chosen, np.flatnonzero(away < _TIGHT_PX)
        if np.array_equal(before, chosen):
            break
    return (matrix, chosen) if len(chosen) >= _LEAST else None


def _in_perspective(
    matches: _Matches, matrix: Matrix, chosen: NDArray[np.intp]
) -> tuple[Matrix, NDArray[np.intp]]:
    """
    Fit a picture photographed at a slant, where there are points enough for that.
    """
    loose = np.linalg.norm(mapped(matrix, matches.asked) - matches.stored, axis=1)
    trial = np.flatnonzero(loose < 3 * _TIGHT_PX)
    for _ in range(_ROUNDS):
        if len(trial) < _PERSPECTIVE_LEAST:
            return matrix, chosen
        fit, _mask = cv2.findHomography(matches.asked[trial], matches.stored[trial], 0)
        slanted = np.asarray(fit, dtype=np.float64)
        if slanted.shape != matrix.shape:  # OpenCV found none
            return matrix, chosen
        away = np.linalg.norm(mapped(slanted, matches.asked) - matches.stored, axis=1)
        trial = np.flatnonzero(away < _TIGHTEST_PX)
        if len(trial) > len(chosen):
            matrix, chosen = slanted, trial
    return matrix, chosen


def mapped(matrix: Matrix, points: Points) -> Points:
    """
    Give where *points* lie according to *matrix*.
    """
    moved = np.column_stack((points, np.ones(len(points)))) @ matrix.T
    depth = np.where(np.abs(moved[:, 2:]) < 1e-9, 1e-9, moved[:, 2:])  # noqa: PLR2004 # the horizon
    return np.asarray(moved[:, :2] / depth, dtype=np.float64)


def corners(size: tuple[int, int]) -> Points:
    """
    Give the middles of the four corner pixels of a frame.
    """
    right, bottom = size[0] - 1.0, size[1] - 1.0
    return np.array([[0.0, 0.0], [right, 0.0], [right, bottom], [0.0, bottom]])


def _is_sane(matrix: Matrix, size: tuple[int, int]) -> bool:
    """
    Tell whether people show pictures like that: not folded, not a sliver, not a dot.
    """
    axes = np.linalg.svd(matrix[:2, :2] / matrix[2, 2], compute_uv=False)
    if not _SMALLEST < axes[1] <= axes[0] < _LARGEST or axes[0] > _SQUEEZE * axes[1]:
        return False
    depths = np.column_stack((corners(size), np.ones(4))) @ matrix[2] / matrix[2, 2]
    return bool(np.all(np.abs(depths - 1) < _TILT))
