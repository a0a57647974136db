"""
Find the photos that a picture may be a copy or a part of.

What it gives is likely, not certain: whoever asks compares the picture with each.
"""

import threading
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from service.fingerprint.features.values import Views
from service.fingerprint.index.shelf import SHELF_PHOTOS, Points, Shelf
from service.fingerprint.index.sketch import Question, Sketch, question_of
from service.fingerprint.index.voting import NumpyVoting, Voting

LEAST_VOTES: Final = 3
"""A photo with fewer points in common cannot be laid over the picture."""


class Candidates:
    """
    Hold sketches, and find those that have most in common with a picture.

    One thread at a time adds; any number search meanwhile, and each sees everything
    whose `add` had returned before it began.
    """

    def __init__(self, voting: Voting | None = None) -> None:
        """
        Begin with nothing.

        Args:
            voting: Who counts; None chooses by how many there are to search.
        """
        self._adding = threading.Lock()
        self._chosen = voting
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

    def add(self, ids: Sequence[str], sketches: Sequence[bytes]) -> None:
        """
        Hold *sketches*, known as *ids*.

        An id may have several; one that is empty is not held.

        Raises:
            ValueError: There are not as many ids as sketches, or one is no sketch.
        """
        if len(ids) != len(sketches):
            raise ValueError("every sketch needs an id")
        held = [
            (photo_id, Sketch.from_bytes(kept))
            for photo_id, kept in zip(ids, sketches, strict=True)
            if kept
        ]
        with self._adding:
            shelves = list(self._shelves)
            for start in range(0, len(held), SHELF_PHOTOS):
                part = held[start : start + SHELF_PHOTOS]
                points = Points.of([sketch for _, sketch in part])
                shelves.append(Shelf.of(tuple(photo_id for photo_id, _ in part), points))
                _join_small(shelves)
            # In one step: a search that is under way reads the old shelves.
            self._shelves = tuple(shelves)

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
        if not len(question.codes):
            return []
        return _best(((shelf, self._votes(shelf, question)) for shelf in shelves), limit)

    def _votes(self, shelf: Shelf, question: Question) -> np.ndarray:
        return (self._chosen or NumpyVoting()).votes(shelf, question)


def _join_small(shelves: list[Shelf]) -> None:
    """
    Keep few shelves: the last takes in the one before that is not much larger.
    """
    while len(shelves) > 1:
        before, last = len(shelves[-2].ids), len(shelves[-1].ids)
        if before > 2 * last or before + last > SHELF_PHOTOS:
            return
        small = shelves.pop()
        shelves.append(shelves.pop().joined(small))


def _best(found: Iterable[tuple[Shelf, np.ndarray]], limit: int) -> list[tuple[str, int]]:
    most: dict[str, int] = {}
    for shelf, votes in found:
        for row in np.flatnonzero(votes >= LEAST_VOTES).tolist():
            photo_id = shelf.ids[row]
            most[photo_id] = max(int(votes[row]), most.get(photo_id, 0))
    return sorted(most.items(), key=lambda each: (-each[1], each[0]))[:limit]
