"""
Say what of a picture is held in memory to find it again.

For each of its first points a word, by which it is looked up, and a code, by which
points of the same word are told apart: 10 bytes a point.
"""

from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.values import Features, Views
from service.fingerprint.index.words import PROBES, Words, words_of

SKETCH_POINTS: Final = 192
"""The first so many: points come spread over the picture, strongest first."""
GRADES: Final = 16
"""A point's code ends with its grade; where memory is short, the last grades are let go."""
GRADE_BITS: Final = np.uint64(GRADES - 1)
_PER_GRADE: Final = SKETCH_POINTS // GRADES
_MAGIC: Final = b"OS\x01"
_POINT_BYTES: Final = 10

Codes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Sketch:
    """
    Hold words and codes of one registered picture.
    """

    words: Words = field(repr=False)
    codes: Codes = field(repr=False)

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """
        Read what `sketch_of` gave.

        Raises:
            ValueError: These bytes are no sketch of this version.
        """
        if kept[: len(_MAGIC)] != _MAGIC:
            raise ValueError("not a sketch of this version")
        count, odd = divmod(len(kept) - len(_MAGIC), _POINT_BYTES)
        if odd or count > SKETCH_POINTS:
            raise ValueError("a sketch of too many points, or of none whole")
        words = np.frombuffer(kept, "<u2", count, offset=len(_MAGIC))
        codes = np.frombuffer(kept, "<u8", count, offset=len(_MAGIC) + 2 * count)
        if np.any(codes & GRADE_BITS != _grades(count)):
            raise ValueError("a sketch whose points are not in order")
        return cls(words.astype(np.uint16), codes.astype(np.uint64))


@dataclass(frozen=True, slots=True)
class Question:
    """
    Hold the spots that are looked for, in each way of showing them.
    """

    words: Words = field(repr=False)
    """A row for each spot: the words under which it may stand."""
    codes: Codes = field(repr=False)
    views: NDArray[np.uint8] = field(repr=False)
    """In which way the picture is shown, for each spot."""


def sketch_of(features: Features) -> bytes:
    """
    Give what is held of a registered picture: always the same.
    """
    descriptors = features.descriptors[:SKETCH_POINTS]
    words = words_of(descriptors).ravel().astype("<u2")
    codes = _codes(descriptors) | _grades(len(descriptors))
    return _MAGIC + words.tobytes() + codes.astype("<u8").tobytes()


def question_of(views: Views) -> Question:
    """
    Give what is looked for when searching with *views*.
    """
    every = (views.straight, views.mirrored, views.inverted)
    descriptors = np.concatenate([view.descriptors for view in every])
    shown = np.repeat(np.arange(len(every), dtype=np.uint8), [len(view) for view in every])
    return Question(words_of(descriptors, PROBES), _codes(descriptors), shown)


def _codes(descriptors: NDArray[np.uint8]) -> Codes:
    first = np.ascontiguousarray(descriptors[:, :8]).view("<u8").ravel()
    return first.astype(np.uint64) & ~GRADE_BITS


def _grades(count: int) -> Codes:
    return (np.arange(count) // _PER_GRADE).astype(np.uint64)
