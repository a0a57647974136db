"""
Say what of a picture is held in memory to find it again.

A code of eight bytes for each of its first points.  It begins with the word by which
the point is looked up, and the rest tells points of the same word apart.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.values import Features, Views

SKETCH_POINTS: Final = 192
"""The first so many: points come spread over the picture, strongest first."""
RARELY_SHOWN_POINTS: Final = 250
"""So many spots are looked for of a picture mirrored or inverted: it costs a third less."""
WORD_BITS: Final = 20
CODE_BITS: Final = 60
GRADES: Final = 16
"""A code ends with the grade of its point: where memory is short the last ones go."""
GRADE_MASK: Final = np.uint64(GRADES - 1)
PER_GRADE: Final = SKETCH_POINTS // GRADES

_CHOSEN: Final = (
    240, 70, 189, 209, 2, 101, 92, 243, 165, 49, 140, 51, 119, 21, 59, 30, 16, 6, 19, 132, 255, 56,
    80, 203, 245, 82, 168, 66, 241, 100, 242, 75, 60, 94, 33, 122, 230, 185, 93, 27, 118, 123, 45,
    148, 128, 210, 53, 91, 72, 135, 106, 85, 166, 74, 69, 71, 29, 136, 103, 218,
)  # fmt: skip
"""
Which bits of a descriptor: set as often as not, and telling least about one another.

Chosen by `python -m benchmarks.choose_bits` from pictures drawn by code.
"""
VERSION: Final = 2
"""Counts up whenever the same features may give another sketch."""
_MAGIC: Final = b"OS" + bytes([VERSION])
_CODE_BYTES: Final = 8

Codes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Question:
    """
    Hold the spots that are looked for, in each way of showing them.
    """

    codes: Codes = field(repr=False)
    views: NDArray[np.int64] = field(repr=False)
    """For each spot, in which way the picture is shown."""


def sketch_of(features: Features) -> bytes:
    """
    Give what is held of a registered picture: always the same.
    """
    descriptors = features.descriptors[:SKETCH_POINTS]
    codes = _codes(descriptors) | _grades(len(descriptors))
    return _MAGIC + codes.astype(">u8").tobytes()


def codes_of(sketch: bytes) -> Codes:
    """
    Read what `sketch_of` gave.

    Raises:
        ValueError: These bytes are no sketch of this version.
    """
    if not sketch.startswith(_MAGIC):
        raise ValueError("not a sketch of this version")
    count, odd = divmod(len(sketch) - len(_MAGIC), _CODE_BYTES)
    if odd or count > SKETCH_POINTS:
        raise ValueError("a sketch of too many points, or of none whole")
    codes = np.frombuffer(sketch, ">u8", count, offset=len(_MAGIC)).astype(np.uint64)
    if np.any(codes & GRADE_MASK != _grades(count)):
        raise ValueError("a sketch whose points are not in order")
    return codes


def question_of(views: Views) -> Question:
    """
    Give what is looked for when searching with *views*.
    """
    every = (
        views.straight.descriptors,
        views.mirrored.descriptors[:RARELY_SHOWN_POINTS],
        views.inverted.descriptors[:RARELY_SHOWN_POINTS],
    )
    shown = np.repeat(np.arange(len(every)), [len(each) for each in every])
    return Question(_codes(np.concatenate(every)), shown)


def _codes(descriptors: NDArray[np.uint8]) -> Codes:
    bits = np.unpackbits(descriptors, axis=1)[:, _CHOSEN]
    padded = np.pad(bits, ((0, 0), (0, 8 * _CODE_BYTES - CODE_BITS)))
    packed = np.ascontiguousarray(np.packbits(padded, axis=1))
    return packed.view(">u8").ravel().astype(np.uint64)


def _grades(count: int) -> Codes:
    return (np.arange(count) // PER_GRADE).astype(np.uint64)
