"""
Bring a text down to words of a to z, and find the way back to the original.

The words stand between single spaces, with a space at either end, as bytes: one
byte a letter.  `spaced` keeps capitals, `folded` does not; both have the same
length, so a position found in one holds in the other.

The way back is worked out only when something was found, in one pass.
"""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from service.decision.naming.letters import (
    CASED,
    ENCODING,
    RARE,
    TWO_LETTERS,
    Shape,
    spell,
)

_SPACES = re.compile(rb"  +")
_VOWELS = "".join(TWO_LETTERS)
_LINE_END_HYPHEN = r"(?<=[^\W\d_])[-\u2010]\r?\n\s*+(?=[^\W\d_])"
_SPELLED_OUT = {
    Shape.SOUND: re.compile(RARE),
    Shape.WRITTEN_OUT: re.compile(f"{_LINE_END_HYPHEN}|[{_VOWELS}]|{RARE}"),
    Shape.LOOKS: re.compile(f"{_LINE_END_HYPHEN}|{RARE}"),
}


class Shifts:
    """
    Turn positions of a changed text into positions of the text it was made from.
    """

    __slots__ = ("_at", "_by")

    def __init__(self, anchors: Iterable[tuple[int, int]] = (), first: int = 0) -> None:
        """
        Take *anchors*: from this position on, the source goes on at that one.
        """
        self._at = [0]
        self._by = [first]
        for position, source in anchors:
            self._at.append(position)
            self._by.append(source - position)

    def __call__(self, position: int) -> int:
        """
        Give the source of *position*.
        """
        return position + self._by[bisect_right(self._at, position) - 1]


_NONE: frozenset[str] = frozenset()
_UNCHANGED = Shifts()


@dataclass(frozen=True, slots=True)
class Normalised:
    """
    Hold a text as words of a to z beside its original.
    """

    original: str
    spaced: bytes
    """Words with their capitals between single spaces; a space at either end."""
    folded: bytes
    """The same in lower case."""
    coded: bytes
    """One byte a character, nothing left out yet."""
    rare: frozenset[str]
    """Characters that had to be spelled one by one."""
    to_original: Shifts
    """From `coded` to the original."""

    def trail(self) -> tuple[Shifts, Shifts]:
        """
        Give the steps from a position in `spaced` back to the original.
        """
        removed = 0
        anchors = []
        for run in _SPACES.finditer(_padded(self.coded)):
            removed += run.end() - run.start() - 1
            anchors.append((run.end() - removed, run.end() - 1))
        return Shifts(anchors, first=-1), self.to_original

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """
        Give where the letters from *start* to *stop* stand in the original.
        """
        return span(self.trail(), start, stop)


def span(trail: tuple[Shifts, ...], start: int, stop: int) -> tuple[int, int]:
    """
    Follow *trail* back from the letters between *start* and *stop*.

    The end is where the next character begins, so that an accent that is a
    character of its own stays with its letter.
    """
    last = stop - 1
    for step in trail[:-1]:
        start, last = step(start), step(last)
    to_original = trail[-1]
    # A character may stand for a whole word and for the spaces around it.
    return to_original(start), max(to_original(last) + 1, to_original(last + 1))


def normalise(text: str, shape: Shape = Shape.SOUND) -> Normalised:
    """
    Read *text* as words of a to z.
    """
    spelled, rare, to_original = text, _NONE, _UNCHANGED
    coded = _encode(text) if shape is Shape.SOUND else None
    if coded is None:
        spelled, rare, to_original = _spell_out(text, shape)
        coded = codecs.charmap_encode(spelled, "strict", ENCODING)[0]
    spaced = _SPACES.sub(b" ", _padded(coded))
    return Normalised(text, spaced, spaced.lower(), coded, rare, to_original)


def words_of(text: str, shape: Shape = Shape.SOUND) -> tuple[str, ...]:
    """
    Give the words of *text* in lower case.
    """
    return tuple(normalise(text, shape).folded.decode().split())


def _padded(coded: bytes) -> bytes:
    return b" " + coded.translate(CASED) + b" "


def _encode(text: str) -> bytes | None:
    if text.isascii():
        return text.encode()
    try:
        return codecs.charmap_encode(text, "strict", ENCODING)[0]
    except UnicodeEncodeError:
        return None


def _spell_out(text: str, shape: Shape) -> tuple[str, frozenset[str], Shifts]:
    pieces: list[str] = []
    rare: set[str] = set()
    anchors: list[tuple[int, int]] = []
    copied = length = 0
    for match in _SPELLED_OUT[shape].finditer(text):
        start, end = match.span()
        rare.add(text[start])
        piece = spell(text[start], shape) if end - start == 1 else ""
        pieces += (text[copied:start], piece)
        length += start - copied
        if len(piece) != end - start:
            anchors += [(length + extra, start) for extra in range(1, len(piece))]
            anchors.append((length + len(piece), end))
        length += len(piece)
        copied = end
    pieces.append(text[copied:])
    return "".join(pieces), frozenset(rare), Shifts(anchors)
