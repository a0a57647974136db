"""
Find the way back from a changed text to its source.

A caption has a double space after nearly every comma and names at few places.  So
where single spaces were made, the first places are found by looking for the word
that stands there, which needs no table; only a text with many names gets one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

# "  *" after a space, not "  +": two literal spaces are searched for faster.
SPACES = re.compile(rb"   *")

_WITHOUT_TABLE = 32
"""Words looked for, one costing some .5 µs, before a table of 15 µs is made."""


class Step(Protocol):
    """
    Lead from positions of a changed text to those of its source.
    """

    def ends(self, first: int, last: int) -> tuple[int, int]:
        """
        Give the sources of the *first* and the *last* letter of a stretch.
        """


class Shifts:
    """
    Turn positions of a changed text into positions of its source.
    """

    __slots__ = ("_at", "_by")

    def __init__(self, at: list[int], by: list[int]) -> None:
        """
        Take from which positions on, first 0, the source is *by* further.
        """
        self._at = at
        self._by = by

    @classmethod
    def anchored(cls, anchors: Iterable[tuple[int, int]]) -> "Shifts":
        """
        Take *anchors*: from this position on, the source goes on at that one.
        """
        at, by = [0], [0]
        for position, source in anchors:
            at.append(position)
            by.append(source - position)
        return cls(at, by)

    @classmethod
    def of_spaces(cls, wide: bytes) -> "Shifts":
        """
        Lead back to *wide* from the same with single spaces.
        """
        removed = 0
        at, by = [0], [0]
        for start, end in [run.span() for run in SPACES.finditer(wide)]:
            removed += end - start - 1
            at.append(end - removed)
            by.append(removed)
        return cls(at, by)

    def __call__(self, position: int) -> int:
        """
        Give the source of *position*.
        """
        return position + self._by[bisect_right(self._at, position) - 1]

    def ends(self, first: int, last: int) -> tuple[int, int]:
        """
        Give the sources of the *first* and the *last* letter of a stretch.
        """
        return self(first), self(last)


UNCHANGED = Shifts([0], [0])
"""Every position is its own source."""


class Respaced:
    """
    Lead from words between single spaces to the same words in the source.

    The source has one space less at its beginning.
    """

    __slots__ = ("_at", "_left", "_single", "_source", "_table", "_wide")

    def __init__(self, wide: bytes, single: bytes) -> None:
        """
        Take the words as *wide* apart as they were, and between *single* spaces.
        """
        self._wide = wide
        self._single = single
        self._at = self._source = 0
        self._left = _WITHOUT_TABLE
        self._table: Shifts | None = None

    def ends(self, first: int, last: int) -> tuple[int, int]:
        """
        Give the sources of the *first* and the *last* letter of a stretch.
        """
        source = self._in_wide(first)
        if self._wide.startswith(self._single[first : last + 1], source):
            return source - 1, source - 1 + last - first
        return source - 1, self._in_wide(last) - 1

    def _in_wide(self, letter: int) -> int:
        if self._table is None:
            word = self._single.rfind(b" ", 0, letter)
            if self._is_found(word, self._single[word : self._single.find(b" ", letter)]):
                return self._source + letter - word
            self._table = Shifts.of_spaces(self._wide)
        return self._table(letter)

    def _is_found(self, word: int, letters: bytes) -> bool:
        # A space and letters: as often and in the same order in both, so the third here
        # is the third there.  What is asked for next mostly stands further on.
        if word < self._at:
            self._at = self._source = 0
        at = self._single.find(letters, self._at)
        source = self._wide.find(letters, self._source)
        self._left -= 1
        while at != word and self._left > 0:
            at = self._single.find(letters, at + 1)
            source = self._wide.find(letters, source + 1)
            self._left -= 1
        self._at, self._source = at, source
        return at == word and self._left >= 0


def span(trail: tuple[Step, ...], to_original: Shifts, start: int, stop: int) -> tuple[int, int]:
    """
    Follow *trail* back from the letters between *start* and *stop*.

    The end is where the next character begins, so that an accent that is a
    character of its own stays with its letter.
    """
    last = stop - 1
    for step in trail:
        start, last = step.ends(start, last)
    if to_original is UNCHANGED:
        return start, last + 1
    # A character may stand for a whole word and for the spaces around it.
    return to_original(start), max(to_original(last) + 1, to_original(last + 1))
