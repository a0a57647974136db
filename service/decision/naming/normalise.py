"""
Bring a text down to words of a to z, and find the way back.

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

# "  *" after a space, not "  +": two literal spaces are searched for faster.
_SPACES = re.compile(rb"   *")
_VOWELS = "".join(TWO_LETTERS)
_RARE = {
    Shape.SOUND: RARE,
    Shape.WRITTEN_OUT: f"[{_VOWELS}]|{RARE}",
    Shape.LOOKS: RARE,
}
_SPELLED_OUT = {shape: re.compile(rare) for shape, rare in _RARE.items()}
_LINE_END_HYPHEN = r"[-\u2010]\r?\n\s*+(?=[^\W\d_])"
_WITH_HYPHENS: dict[Shape, re.Pattern[str]] = {
    shape: re.compile(f"{_LINE_END_HYPHEN}|{rare}")
    for shape, rare in _RARE.items()
    if shape is not Shape.SOUND
}
_HYPHEN_THERE = re.compile("[-\u2010]\r?\n")


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

    def __call__(self, position: int) -> int:
        """
        Give the source of *position*.
        """
        return position + self._by[bisect_right(self._at, position) - 1]


_NONE: frozenset[str] = frozenset()
_UNCHANGED = Shifts([0], [0])


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
        at, by = [0], [-1]
        for start, end in [run.span() for run in _SPACES.finditer(_padded(self.coded))]:
            removed += end - start - 1
            at.append(end - removed)
            by.append(removed - 1)
        return Shifts(at, by), self.to_original

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
    if text.isascii() and text.isalpha():
        return (text.lower(),)
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
    hyphens = shape in _WITH_HYPHENS and _HYPHEN_THERE.search(text)
    pattern = (_WITH_HYPHENS if hyphens else _SPELLED_OUT)[shape]
    for match in pattern.finditer(text):
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
    return "".join(pieces), frozenset(rare), Shifts.anchored(anchors)
