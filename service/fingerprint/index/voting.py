"""
Count how many of the spots looked for each photo may show.
"""

from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from service.fingerprint.index.shelf import Shelf
from service.fingerprint.index.sketch import GRADE_BITS, Question

NEAR_BITS: Final = 15
"""A point whose code differs in more of its 60 bits is not the spot that is looked for."""
VIEWS: Final = 3
_AT_ONCE: Final = 256

Votes = NDArray[np.int64]


class Voting(Protocol):
    """
    Count the spots found in each photo of a shelf.
    """

    name: str

    def votes(self, shelf: Shelf, question: Question) -> Votes:
        """
        Give the votes of each row, in the view in which it has most.
        """
        ...


class NumpyVoting:
    """
    Count with numpy alone.
    """

    name = "numpy"

    def votes(self, shelf: Shelf, question: Question) -> Votes:
        """
        Give the votes of each row, in the view in which it has most.
        """
        count = len(shelf.ids)
        votes = np.zeros(VIEWS * count, np.int64)
        for start in range(0, len(question.codes), _AT_ONCE):
            spots, rows = _found(shelf, question, np.s_[start : start + _AT_ONCE])
            # Once for each spot, however often a photo repeats it.
            once = np.unique(spots * count + rows)
            spots, rows = np.divmod(once, count)
            views = question.views[start : start + _AT_ONCE].astype(np.int64)[spots]
            votes += np.bincount(views * count + rows, minlength=len(votes))
        return np.asarray(votes.reshape(VIEWS, count).max(axis=0), np.int64)


def _found(shelf: Shelf, question: Question, part: slice) -> tuple[Votes, Votes]:
    """
    Give each spot of a part with the row of each point near it.
    """
    words = question.words[part]
    starts = shelf.starts[words].astype(np.int64).ravel()
    lengths = shelf.starts[words.astype(np.int64) + 1].astype(np.int64).ravel() - starts
    ends = np.cumsum(lengths)
    points = np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths)
    spots = np.repeat(np.repeat(np.arange(len(words)), words.shape[1]), lengths)
    apart = (shelf.codes[points] ^ question.codes[part][spots]) & ~GRADE_BITS
    near = np.bitwise_count(apart) <= NEAR_BITS
    return spots[near], shelf.rows[points[near]].astype(np.int64)
