"""
What a picture is recognised by, part for part.
"""

import struct
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

ALGORITHM: Final = "sift256"
VERSION: Final = 1
"""Counts up whenever the same picture may give other numbers; then all is read anew."""
FRAME_SIDE_PX: Final = 512
"""Longest side of the frame that all points lie in, whatever size the picture had."""
DESCRIPTOR_BYTES: Final = 32
MAX_POINTS: Final = 1024
REGISTERED_POINTS: Final = 300
"""So many are kept of a registered picture, the first in the order they are found in."""

_MAGIC: Final = b"OF\x01"
_HEAD: Final = struct.Struct("<3sHHH")
_VIEWS_MAGIC: Final = b"OV\x01"
_VIEWS_HEAD: Final = struct.Struct("<3sI")
_ROW: Final = np.dtype(
    [("x", "<u2"), ("y", "<u2"), ("size", "<u2"), ("turn", "u1"), ("bits", "u1", DESCRIPTOR_BYTES)]
)
_STEPS_PER_PX: Final = 64
_STEPS_PER_TURN: Final = 256


class Match(StrEnum):
    """
    Name what a picture can be to a registered one.
    """

    VERIFIED_COPY = "verified_copy"
    """All of it, and everywhere the same."""
    ALTERED_COPY = "altered_copy"
    """It can be laid over the registered one, and differs somewhere or is cut."""
    SIMILAR = "similar"
    """Much of it looks like the registered one; it cannot be laid over it."""
    NONE = "none"


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """
    Hold the points of a picture that stand out, and what each looks like.

    Its `repr` hides all of it: a picture can be rebuilt from its features.
    """

    width_px: int
    """Of the frame: its longer side is `FRAME_SIDE_PX`."""
    height_px: int
    points: NDArray[np.float32] = field(repr=False)
    """A row for each point: x and y in pixels of the frame."""
    sizes: NDArray[np.float32] = field(repr=False)
    """How large the spot around each point is, in pixels of the frame."""
    angles: NDArray[np.float32] = field(repr=False)
    """Which way each spot is turned, in radians."""
    descriptors: NDArray[np.uint8] = field(repr=False)
    """A row of 256 bits for each point: near rows are spots that look alike."""

    def __len__(self) -> int:
        """
        Count the points.
        """
        return len(self.points)

    def to_bytes(self) -> bytes:
        """
        Give what is kept of the features: 39 bytes for each point, and 9.
        """
        rows = np.zeros(len(self), dtype=_ROW)
        rows["x"], rows["y"] = np.rint(self.points.T * _STEPS_PER_PX)
        rows["size"] = np.rint(self.sizes * _STEPS_PER_PX)
        rows["turn"] = np.rint(self.angles * (_STEPS_PER_TURN / (2 * np.pi))) % _STEPS_PER_TURN
        rows["bits"] = self.descriptors
        return _HEAD.pack(_MAGIC, self.width_px, self.height_px, len(self)) + rows.tobytes()

    def first(self, count: int) -> Self:
        """
        Give the first *count* points, which are spread as far as all are.
        """
        return replace(
            self,
            points=self.points[:count],
            sizes=self.sizes[:count],
            angles=self.angles[:count],
            descriptors=self.descriptors[:count],
        )

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """
        Read what `to_bytes` gave.

        Raises:
            ValueError: These bytes are not features of this version.
        """
        if len(kept) < _HEAD.size:
            raise ValueError("too short for features")
        magic, width, height, count = _HEAD.unpack_from(kept)
        if magic != _MAGIC or count > MAX_POINTS:
            raise ValueError("not features of this version")
        if min(width, height) < 1 or max(width, height) != FRAME_SIDE_PX:
            raise ValueError("features in a frame that is none")
        if len(kept) != _HEAD.size + count * _ROW.itemsize:
            raise ValueError("more or fewer features than announced")
        rows = np.frombuffer(kept, dtype=_ROW, offset=_HEAD.size)
        points = np.stack((rows["x"], rows["y"]), axis=1).astype(np.float32)
        points /= np.float32(_STEPS_PER_PX)
        if np.any(points >= (width, height)) or np.any(rows["size"] == 0):
            raise ValueError("features outside of their frame")
        return cls(
            width_px=width,
            height_px=height,
            points=points,
            sizes=rows["size"].astype(np.float32) / np.float32(_STEPS_PER_PX),
            angles=rows["turn"].astype(np.float32) * np.float32(2 * np.pi / _STEPS_PER_TURN),
            descriptors=rows["bits"].copy(),
        )

    @classmethod
    def nothing(cls, width_px: int, height_px: int) -> Self:
        """
        Give the features of a picture in which nothing stands out.
        """
        none = np.zeros(0, dtype=np.float32)
        bits = np.zeros((0, DESCRIPTOR_BYTES), dtype=np.uint8)
        return cls(width_px, height_px, np.zeros((0, 2), dtype=np.float32), none, none, bits)


@dataclass(frozen=True, slots=True)
class Views:
    """
    Hold the features of a picture, in each way it may be shown.

    All of them lie in the same frame.
    """

    straight: Features
    mirrored: Features
    inverted: Features
    """With light and dark exchanged, as in a negative."""

    def to_bytes(self) -> bytes:
        """
        Give what a picture is searched with: its views one after the other.
        """
        views = [view.to_bytes() for view in (self.straight, self.mirrored, self.inverted)]
        return _VIEWS_HEAD.pack(_VIEWS_MAGIC, len(views[0])) + b"".join(views)

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """
        Read what `to_bytes` gave.

        Raises:
            ValueError: These bytes are not views of this version.
        """
        if not _VIEWS_HEAD.size < len(kept) <= MAX_VIEWS_BYTES:
            raise ValueError("too short or too long for views")
        magic, each = _VIEWS_HEAD.unpack_from(kept)
        if magic != _VIEWS_MAGIC or len(kept) != _VIEWS_HEAD.size + 3 * each:
            raise ValueError("not views of this version")
        starts = (_VIEWS_HEAD.size + number * each for number in range(3))
        views = [Features.from_bytes(kept[start : start + each]) for start in starts]
        if len({(view.width_px, view.height_px) for view in views}) != 1:
            raise ValueError("views in different frames")
        return cls(*views)


MAX_FEATURES_BYTES: Final = _HEAD.size + MAX_POINTS * _ROW.itemsize
MAX_VIEWS_BYTES: Final = _VIEWS_HEAD.size + 3 * MAX_FEATURES_BYTES
"""Whoever receives features or views refuses more than this before reading them."""
