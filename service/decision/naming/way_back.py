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

_SPACE = ord(" ")
_WITHOUT_TABLE = 12
"""Words looked for, each costing some 1.2 µs, before a table of 15 µs is made."""


class Way(Protocol):
    """
    Lead from a changed text back to the original.
    """

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """
        Give where the letters from *start* to *stop* stand in the original.
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


UNCHANGED = Shifts([0], [0])
"""Every position is its own source."""


class Spelled:
    """
    Lead back from characters that were spelled.
    """

    __slots__ = ("_to_original",)

    def __init__(self, to_original: Shifts) -> None:
        """
        Take where the spelling of a character is not as long as itself.
        """
        self._to_original = to_original

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """
        Give where the letters from *start* to *stop* stand in the original.

        The end is where the next character begins, so that an accent that is a
        character of its own stays with its letter.
        """
        source = self._to_original
        if source is UNCHANGED:
            return start, stop
        # A character may stand for a whole word and for the spaces around it.
        return source(start), max(source(stop - 1) + 1, source(stop))


class Respaced:
    """
    Lead back from single spaces to as many as there were.
    """

    __slots__ = ("_left", "_onwards", "_removed", "_single", "_table", "_wide")

    def __init__(self, wide: bytes, single: bytes, onwards: Way | None = None) -> None:
        """
        Take both, *wide* with one space more at its beginning than its source has.

        Without a way *onwards* that source is the original.
        """
        self._wide = wide
        self._single = single
        self._onwards = onwards
        self._removed = len(wide) - len(single)
        self._left = _WITHOUT_TABLE
        self._table: Shifts | None = None

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """
        Give where the letters from *start* to *stop* stand in the original.
        """
        first = self._in_wide(start)
        if self._wide.startswith(self._single[start:stop], first):
            end = first + stop - start
        else:
            end = self._in_wide(stop - 1) + 1
        if self._onwards is None:
            return first - 1, end - 1
        return self._onwards.span(first - 1, end - 1)

    def _in_wide(self, letter: int) -> int:
        if not self._left:
            return self._by_table(letter)
        self._left -= 1
        single, removed = self._single, self._removed
        word = letter - 1
        if single[word] != _SPACE:
            word = single.rfind(b" ", 0, word)
        letters = single[word : single.find(b" ", letter) + 1]
        # It was moved by what was removed before it, and that is no more than was removed
        # at all: unless it is there twice within so little, it is the first one found.
        if single.find(letters, word - removed if word > removed else 0) == word:
            source = self._wide.find(letters, word)
        else:
            source = self._wide.find(letters, self._in_wide(word))
        return source + letter - word

    def _by_table(self, letter: int) -> int:
        if self._table is None:
            self._table = Shifts.of_spaces(self._wide)
        return self._table(letter)


class Assembled:
    """
    Lead back from pieces of a text to where they stand in it.
    """

    __slots__ = ("_onwards", "_to_source")

    def __init__(self, anchors: Iterable[tuple[int, int]], onwards: Way) -> None:
        """
        Take where which piece of the source stands, and the way *onwards* from there.
        """
        self._to_source = Shifts.anchored(anchors)
        self._onwards = onwards

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """
        Give where the letters from *start* to *stop* stand in the original.
        """
        return self._onwards.span(self._to_source(start), self._to_source(stop - 1) + 1)
