"""
Find the photos that a picture may be a copy or a part of.

What it gives is likely, not certain: whoever asks compares the picture with each.
"""

import threading
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.values import Views
from service.fingerprint.index.finding import Finder, Found, NumpyFinder, quickest
from service.fingerprint.index.ids import Ids
from service.fingerprint.index.shelf import SHELF_PHOTOS, Shelf
from service.fingerprint.index.sketch import GRADES, Codes, Question, codes_of, question_of

COMPILED_FROM: Final = 2_000
"""Up to here numpy is quick enough, and numba needs half a second to import."""
MOST_BYTES: Final = 1 << 30
"""
Enough for 500,000 photos, at 2,020 bytes each; then fewer points are held of each.

Down to 12 points, so that seven million fit.
"""
LEAST_SPOTS: Final = 2
"""
A photo with fewer spots in common is not named: thousands have one by chance.

Half of the spots that a copy shares are found, so there are twice as many to compare.
"""
_WHOLE_VOTE: Final = 1_000
_SMALLER: Final = 4
"""A shelf takes in the next one unless that is so many times smaller."""


class Candidates:
    """
    Hold sketches, and find those that have most in common with a picture.

    One thread at a time adds; any number search meanwhile, and each sees everything
    whose `add` had returned before it began.
    """

    def __init__(self, finder: Finder | None = None, most_bytes: int = MOST_BYTES) -> None:
        """
        Begin with nothing.

        Args:
            finder: Who searches; None chooses by how many there are to search.

            most_bytes: Where more would be held, fewer points are held of each photo,
                down to 12.
        """
        self._adding = threading.Lock()
        self._chosen = finder
        self._most_bytes = most_bytes
        self._grades = GRADES
        self._shelves: tuple[Shelf, ...] = ()

    def __len__(self) -> int:
        """
        Count the sketches held.
        """
        return sum(len(shelf.ids) for shelf in self._shelves)

    @property
    def nbytes(self) -> int:
        """
        Say how much memory it takes.
        """
        return sum(shelf.nbytes for shelf in self._shelves)

    @property
    def finder(self) -> Finder:
        """
        Give who searches.
        """
        return self._chosen or (NumpyFinder() if len(self) < COMPILED_FROM else quickest())

    def add(self, ids: Sequence[str], sketches: Sequence[bytes]) -> None:
        """
        Hold *sketches*, known as *ids*.

        An id may have several; one that is empty is not held.

        Raises:
            ValueError: There are not as many ids as sketches, or one is no sketch.
        """
        if len(ids) != len(sketches):
            raise ValueError("every sketch needs an id")
        pairs = zip(ids, sketches, strict=True)
        held = [(photo_id, codes_of(sketch)) for photo_id, sketch in pairs if sketch]
        with self._adding:
            shelves = list(self._shelves)
            for start in range(0, len(held), SHELF_PHOTOS):
                new = _shelf(held[start : start + SHELF_PHOTOS])
                shelves.append(new if self._grades == GRADES else new.thinned(self._grades))
                _join_small(shelves)
            # In one step: a search that is under way reads the old shelves.
            self._shelves = self._bounded(tuple(shelves))

    def find(self, views: bytes, limit: int) -> list[tuple[str, int]]:
        """
        Give up to *limit* ids with their votes; most votes first, then by id.

        Raises:
            ValueError: The bytes are no views.
        """
        shelves = self._shelves  # once: another thread may replace them
        if not views:
            return []
        question = question_of(Views.from_bytes(views))
        found = [self.finder.found(shelf, question.codes) for shelf in shelves]
        weights = _weights(found, len(question.codes))
        most: dict[str, int] = {}
        for shelf, each in zip(shelves, found, strict=True):
            votes = _votes(each, weights, question, len(shelf.ids))
            _name_best(most, shelf.ids, votes, limit)
        return sorted(most.items(), key=lambda one: (-one[1], one[0]))[:limit]

    def _bounded(self, shelves: tuple[Shelf, ...]) -> tuple[Shelf, ...]:
        while self._grades > 1 and sum(shelf.nbytes for shelf in shelves) > self._most_bytes:
            self._grades -= 1
            shelves = tuple(shelf.thinned(self._grades) for shelf in shelves)
        return shelves


def _shelf(held: Sequence[tuple[str, Codes]]) -> Shelf:
    ids = Ids.of([photo_id for photo_id, _ in held])
    lengths = [len(codes) for _, codes in held]
    rows = np.repeat(np.arange(len(held), dtype=np.uint16), lengths)
    return Shelf.of(ids, np.concatenate([codes for _, codes in held]), rows)


def _join_small(shelves: list[Shelf]) -> None:
    """
    Keep few shelves, each much smaller than the one before.
    """
    while len(shelves) > 1:
        before, last = len(shelves[-2].ids), len(shelves[-1].ids)
        if before > _SMALLER * last or before + last > SHELF_PHOTOS:
            return
        small = shelves.pop()
        shelves.append(shelves.pop().joined(small))


def _weights(found: Sequence[Found], spots: int) -> NDArray[np.float64]:
    """
    Give what finding each spot tells: the less, the more photos have it.
    """
    having = np.zeros(spots, np.int64)
    for found_spots, _ in found:
        having += np.bincount(found_spots, minlength=spots)
    return np.asarray(_WHOLE_VOTE // np.maximum(having, 1) ** (2 / 3), np.float64)


def _votes(
    found: Found, weights: NDArray[np.float64], question: Question, count: int
) -> NDArray[np.int64]:
    """
    Give the votes of each row, in the view in which it has most.
    """
    spots, rows = found
    places = question.views[spots] * count + rows
    together = np.bincount(places, minlength=3 * count)
    votes = np.bincount(places, weights[spots], minlength=3 * count).astype(np.int64)
    votes[together < LEAST_SPOTS] = 0
    return np.asarray(votes.reshape(3, count).max(axis=0), np.int64)


def _name_best(most: dict[str, int], ids: Ids, votes: NDArray[np.int64], limit: int) -> None:
    """
    Add the ids with most votes to *most*, and all that have as many as the last.
    """
    rows = np.flatnonzero(votes)
    rows = rows[np.argsort(-votes[rows], kind="stable")]
    mine: dict[str, int] = {}
    for row in rows.tolist():
        if len(mine) >= limit and votes[row] < min(mine.values()):
            break
        photo_id = ids[row]
        mine.setdefault(photo_id, int(votes[row]))
    for photo_id, each in mine.items():
        most[photo_id] = max(each, most.get(photo_id, 0))
