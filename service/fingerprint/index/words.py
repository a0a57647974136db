"""
Put spots that look alike under the same word.

A word is two letters: the nearest of 256 patterns for each half of a descriptor.  The
patterns were found by `python -m benchmarks.vocabulary` in pictures drawn by code; no
photograph had a part in them.
"""

from functools import cache
from importlib import resources
from typing import Final

import numpy as np
from numpy.typing import NDArray

LETTERS: Final = 256
WORDS: Final = LETTERS * LETTERS
PROBES: Final = 4
"""How many words are looked up for each spot that is searched with, the nearest first."""
_NEAREST: Final = 4
"""Letters considered for each half; the four best of their pairs are nearly always here."""
_HALF: Final = 2
_AT_ONCE: Final = 128
"""Spots compared at a time, so that the distances stay in the cache."""

Words = NDArray[np.uint16]


def words_of(descriptors: NDArray[np.uint8], probes: int = 1) -> Words:
    """
    Give the *probes* nearest words of each descriptor, a row for each.
    """
    halves = np.ascontiguousarray(descriptors).view(np.uint64).reshape(-1, 2, _HALF)
    found = np.empty((len(halves), probes), np.uint16)
    for start in range(0, len(halves), _AT_ONCE):
        found[start : start + _AT_ONCE] = _nearest(halves[start : start + _AT_ONCE], probes)
    return found


def _nearest(halves: NDArray[np.uint64], probes: int) -> Words:
    wanted = min(_NEAREST, probes)
    letters, distances = [], []
    for number, patterns in enumerate(_patterns()):
        apart = np.bitwise_count(halves[:, number, None, :] ^ patterns)
        distance = apart[:, :, 0] + apart[:, :, 1]
        # The letter in the low bits: at the same distance the first letter is taken.
        ranked = distance.astype(np.uint16) * LETTERS + np.arange(LETTERS, dtype=np.uint16)
        best = np.sort(np.partition(ranked, wanted - 1, axis=1)[:, :wanted], axis=1)
        letters.append(best % LETTERS)
        distances.append(best // LETTERS)
    words = letters[0][:, :, None] * LETTERS + letters[1][:, None, :]
    total = distances[0][:, :, None] + distances[1][:, None, :]
    order = np.argsort(total.reshape(len(halves), -1), axis=1, kind="stable")[:, :probes]
    return np.take_along_axis(words.reshape(len(halves), -1), order, axis=1)


@cache
def _patterns() -> NDArray[np.uint64]:
    text = (resources.files(__package__) / "vocabulary.txt").read_text(encoding="ascii")
    patterns = np.frombuffer(bytes.fromhex(text), np.uint64)
    return patterns.reshape(2, LETTERS, _HALF)
