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
    _padded: bytes
    _shifts: Shifts

    def trail(self) -> tuple[Shifts, Shifts]:
        """
        Give the steps from a position in `spaced` back to the original.
        """
        removed = 0
        anchors = []
        for run in _SPACES.finditer(self._padded):
            removed += run.end() - run.start() - 1
            anchors.append((run.end() - removed, run.end() - 1))
        return Shifts(anchors, first=-1), self._shifts

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
    return trail[-1](start), trail[-1](last + 1)


def normalise(text: str, shape: Shape = Shape.SOUND) -> Normalised:
    """
    Read *text* as words of a to z.
    """
    coded, shifts = _encode(text, shape)
    padded = b" " + coded.translate(CASED) + b" "
    spaced = _SPACES.sub(b" ", padded)
    return Normalised(text, spaced, spaced.lower(), padded, shifts)


def words_of(text: str, shape: Shape = Shape.SOUND) -> tuple[str, ...]:
    """
    Give the words of *text* in lower case.
    """
    return tuple(normalise(text, shape).folded.decode().split())


_UNCHANGED = Shifts()


def encode_common(text: str) -> bytes | None:
    """
    Give one byte per character, or None if some character has none.
    """
    if text.isascii():
        return text.encode()
    try:
        return codecs.charmap_encode(text, "strict", ENCODING)[0]
    except UnicodeEncodeError:
        return None


def _encode(text: str, shape: Shape) -> tuple[bytes, Shifts]:
    if shape is Shape.SOUND:
        coded = encode_common(text)
        if coded is not None:
            return coded, _UNCHANGED
    spelled, shifts = _spell_out(text, shape)
    return codecs.charmap_encode(spelled, "strict", ENCODING)[0], shifts


def _spell_out(text: str, shape: Shape) -> tuple[str, Shifts]:
    pieces: list[str] = []
    anchors: list[tuple[int, int]] = []
    copied = length = 0
    for match in _SPELLED_OUT[shape].finditer(text):
        start, end = match.span()
        piece = spell(text[start], shape) if end - start == 1 else ""
        pieces += (text[copied:start], piece)
        length += start - copied
        if len(piece) != end - start:
            anchors += [(length + extra, start) for extra in range(1, len(piece))]
            anchors.append((length + len(piece), end))
        length += len(piece)
        copied = end
    pieces.append(text[copied:])
    return "".join(pieces), Shifts(anchors)
