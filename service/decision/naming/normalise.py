"""
Bring a text down to words of a to z, and find the way back.

The words stand between single spaces, with a space at either end, as bytes: one
byte a letter.  `spaced` keeps capitals, `folded` does not; both have the same
length, so a position found in one holds in the other.

The way back is worked out only when something was found (`way_back.py`).
"""

import codecs
import re
from dataclasses import dataclass

from service.decision.naming.letters import (
    CASED,
    ENCODING,
    RARE,
    TWO_LETTERS,
    Shape,
    spell,
)
from service.decision.naming.way_back import SPACES, UNCHANGED, Respaced, Shifts, Spelled, Way

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


_NONE: frozenset[str] = frozenset()


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
    wide: bytes
    """The same as `spaced` with as many spaces as the original has."""
    coded: bytes
    """One byte a character, nothing left out yet."""
    rare: frozenset[str]
    """Characters that had to be spelled one by one."""
    to_original: Shifts
    """From `coded` to the original."""

    def way_back(self) -> Way:
        """
        Give the way back from a position in `spaced`.
        """
        return Respaced(self.wide, self.spaced, Spelled(self.to_original))

    def way_from_coded(self) -> Way:
        """
        Give the way back from a position in `coded`.
        """
        return Spelled(self.to_original)


def normalise(text: str, shape: Shape = Shape.SOUND) -> Normalised:
    """
    Read *text* as words of a to z.
    """
    rare, to_original, first_rare = _NONE, UNCHANGED, 0
    coded = None
    if shape is Shape.SOUND:
        coded, first_rare = _encode(text)
    if coded is None:
        spelled, rare, to_original = _spell_out(text, shape, first_rare)
        coded = codecs.charmap_encode(spelled, "strict", ENCODING)[0]
    wide = b" " + coded.translate(CASED) + b" "
    spaced = SPACES.sub(b" ", wide)
    return Normalised(text, spaced, spaced.lower(), wide, coded, rare, to_original)


def words_of(text: str, shape: Shape = Shape.SOUND) -> tuple[str, ...]:
    """
    Give the words of *text* in lower case.
    """
    if text.isascii() and text.isalpha():
        return (text.lower(),)
    return tuple(normalise(text, shape).folded.decode().split())


def _encode(text: str) -> tuple[bytes | None, int]:
    """
    Give one byte a character, or where the first one stands that has none.
    """
    if text.isascii():
        return text.encode(), 0
    try:
        return codecs.charmap_encode(text, "strict", ENCODING)[0], 0
    except UnicodeEncodeError as failure:
        return None, failure.start


def _spell_out(text: str, shape: Shape, first_rare: int) -> tuple[str, frozenset[str], Shifts]:
    pieces: list[str] = []
    rare: set[str] = set()
    anchors: list[tuple[int, int]] = []
    copied = length = 0
    hyphens = shape in _WITH_HYPHENS and _HYPHEN_THERE.search(text)
    pattern = (_WITH_HYPHENS if hyphens else _SPELLED_OUT)[shape]
    for match in pattern.finditer(text, first_rare):
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
    to_original = Shifts.anchored(anchors) if anchors else UNCHANGED
    return "".join(pieces), frozenset(rare), to_original
