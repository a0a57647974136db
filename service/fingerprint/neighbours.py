"""
Find every stored fingerprint near one of some probes: none is missed.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, Protocol, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

_WORDS: Final = 4
"""A fingerprint is four words of 64 bits, each word a column of its own."""
_WORD_BYTES: Final = 8
_FINGERPRINT_BYTES: Final = _WORDS * _WORD_BYTES
_REJECTING_WORDS: Final = 2
_FIRST_CAPACITY: Final = 1024
_BLOCK_ROWS: Final = 16_384
"""Read at a time: what is computed for a block then stays in the cache."""


class _Orderable(Protocol):
    def __lt__(self, other: Self, /) -> bool: ...


Id = TypeVar("Id", bound=_Orderable)


class Hit(NamedTuple, Generic[Id]):
    """
    Name a stored fingerprint near a probe.
    """

    id: Id
    distance_bits: int


@dataclass(frozen=True, slots=True)
class _Shelf:
    """
    Hold *count* fingerprints; what lies behind them is being written.
    """

    columns: NDArray[np.uint64]
    count: int


class Neighbours(Generic[Id]):
    """
    Hold fingerprints of 256 bits, and find those within a radius.

    One thread at a time adds; any number search meanwhile, and each sees everything
    whose `add` had returned before it began.
    """

    def __init__(self) -> None:
        """
        Begin with nothing.
        """
        self._adding = threading.Lock()
        self._ids: list[Id] = []
        self._shelf = _Shelf(np.empty((_WORDS, _FIRST_CAPACITY), np.uint64), 0)

    def __len__(self) -> int:
        """
        Count the fingerprints held.
        """
        return self._shelf.count

    def add(self, ids: Sequence[Id], bits: Sequence[bytes]) -> None:
        """
        Hold the fingerprints *bits*, known as *ids*; an id may have several.

        Raises:
            ValueError: There are not as many ids as fingerprints, or one is not of
                256 bits.
        """
        if len(ids) != len(bits):
            raise ValueError("every fingerprint needs an id")
        new = _words(bits)
        with self._adding:
            columns, count = self._shelf.columns, self._shelf.count
            total = count + len(ids)
            if total > columns.shape[1]:
                columns = _grown(columns, count, total)
            columns[:, count:total] = new
            self._ids.extend(ids)
            # Last, and in one step: a search that is under way reads the old count.
            self._shelf = _Shelf(columns, total)

    def within(self, probes: Sequence[bytes], radius_bits: int) -> list[Hit[Id]]:
        """
        List each id at most *radius_bits* from the nearest of *probes*.

        Nearest first, and at equal distance in the order of the ids.

        Raises:
            ValueError: A probe is not of 256 bits.
        """
        shelf = self._shelf  # once: another thread may replace it
        columns, count = shelf.columns, shelf.count
        nearest: dict[Id, int] = {}
        for probe in _words(probes).T:
            for start in range(0, count, _BLOCK_ROWS):
                block = columns[:, start : min(start + _BLOCK_ROWS, count)]
                rows, distances = _near(block, probe, radius_bits)
                for row, distance in zip(rows.tolist(), distances.tolist(), strict=True):
                    found = self._ids[start + row]
                    nearest[found] = min(distance, nearest.get(found, distance))
        hits = [Hit(found, distance) for found, distance in nearest.items()]
        return sorted(hits, key=lambda hit: (hit.distance_bits, hit.id))


def _near(
    block: NDArray[np.uint64], probe: NDArray[np.uint64], radius_bits: int
) -> tuple[NDArray[np.intp], NDArray[np.uint16]]:
    """
    Give the rows of *block* within the radius, and how far each is.

    The distance on half of the bits never exceeds the whole, so more than the radius
    there proves that a row is none of them, and its other half is never read.
    """
    half = _distance(block[:_REJECTING_WORDS], probe[:_REJECTING_WORDS])
    rows = np.flatnonzero(half <= radius_bits)
    rest = _distance(block[_REJECTING_WORDS:, rows], probe[_REJECTING_WORDS:])
    distances = half[rows] + rest
    within = distances <= radius_bits
    return rows[within], distances[within]


def _distance(columns: NDArray[np.uint64], probe: NDArray[np.uint64]) -> NDArray[np.uint16]:
    counts: NDArray[np.uint8] = np.bitwise_count(columns ^ probe[:, np.newaxis])
    total: NDArray[np.uint16] = counts.sum(axis=0, dtype=np.uint16)
    return total


def _words(bits: Sequence[bytes]) -> NDArray[np.uint64]:
    if any(len(one) != _FINGERPRINT_BYTES for one in bits):
        raise ValueError("a fingerprint has 256 bits")
    return np.frombuffer(b"".join(bits), np.uint64).reshape(-1, _WORDS).T


def _grown(columns: NDArray[np.uint64], count: int, total: int) -> NDArray[np.uint64]:
    """
    Copy to twice the room; searches under way keep the old array.
    """
    larger = np.empty((_WORDS, max(total, 2 * columns.shape[1])), np.uint64)
    larger[:, :count] = columns[:, :count]
    return larger
