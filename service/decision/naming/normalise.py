"""
Bring a text down to words of a to z, and find the way back.

The words stand between single spaces, with a space at either end, as bytes: one
byte a letter.  `spaced` keeps capitals, `folded` does not; both have the same
length, so a position found in one holds in the other.

The way back is worked out only when something was found (`way_back.py`).
"""

import codecs
import re
from typing import NamedTuple

from service.decision.naming.escapes import escapes_in
from service.decision.naming.letters import (
    CASED,
    ENCODING,
    RARE,
    TWO_LETTERS,
    Shape,
    spell,
)
from service.decision.naming.way_back import UNCHANGED, Respaced, Shifts, Spelled, Way

_VOWELS = "".join(TWO_LETTERS)
_RARE = {Shape.WRITTEN_OUT: f"[{_VOWELS}]|{RARE}", Shape.LOOKS: RARE}
_SPELLED_OUT = {shape: re.compile(rare) for shape, rare in _RARE.items()}
_LINE_END_HYPHEN = r"[-\u2010\u2011\u00ac][ \t]?\r?\n\s*+(?=[^\W\d_])"
_WITH_HYPHENS = {shape: re.compile(f"{_LINE_END_HYPHEN}|{rare}") for shape, rare in _RARE.items()}
HYPHEN_THERE = re.compile("[-\u2010\u2011\u00ac][ \t]?\r?\n")
_SOUND = Shape.SOUND
_REPLACED = b"?"
_NONE: frozenset[str] = frozenset()

_Place = tuple[int, int]


class Normalised(NamedTuple):
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
        onwards = None if self.to_original is UNCHANGED else Spelled(self.to_original)
        return Respaced(self.wide, self.spaced, onwards)

    def way_from_coded(self) -> Way:
        """
        Give the way back from a position in `coded`.
        """
        return Spelled(self.to_original)


def normalise(text: str, shape: Shape = Shape.SOUND) -> Normalised:
    """
    Read *text* as words of a to z.
    """
    coded = _coded(text)
    rare, to_original = _NONE, UNCHANGED
    places = _rare_places(text, coded) if shape is _SOUND else _places(text, shape)
    meant: dict[int, str] = {}
    # One character is looked for in no time, "xn--" takes longer than all the rest.
    if "%" in text or "/" in text or "@" in text or ("&" in text and ";" in text):
        escapes = escapes_in(text)
        meant = {start: characters for start, _, characters in escapes}
        places = sorted(places + [(start, end) for start, end, _ in escapes])
    if places:
        coded, rare, to_original = _spell_out(text, coded, places, meant, shape)
    wide = b" " + coded.translate(CASED) + b" "
    spaced = _single_spaced(wide)
    return Normalised(text, spaced, spaced.lower(), wide, coded, rare, to_original)


def words_of(text: str, shape: Shape = Shape.SOUND) -> tuple[str, ...]:
    """
    Give the words of *text* in lower case.
    """
    if text.isascii() and text.isalpha():
        return (text.lower(),)
    return tuple(normalise(text, shape).folded.decode().split())


def _single_spaced(wide: bytes) -> bytes:
    # To split and join costs less than to replace, and half as much as a pattern.
    if wide.find(b"   ") < 0:
        return b" ".join(wide.split(b"  "))
    # Of three or more, an empty piece is left, or one space before a piece.
    words = [piece.lstrip() for piece in wide.strip().split(b"  ") if piece]
    return b" ".join([b"", *words, b""]) if words else b" "


def _coded(text: str) -> bytes:
    if text.isascii():
        return text.encode()
    return codecs.charmap_encode(text, "replace", ENCODING)[0]


def _rare_places(text: str, coded: bytes) -> list[_Place]:
    """
    Give where characters stand that have no byte of their own.
    """
    if text.isascii():
        return []
    places: list[_Place] = []
    at = coded.find(_REPLACED)
    while at >= 0:
        if text[at] != "?":
            places.append((at, at + 1))
        at = coded.find(_REPLACED, at + 1)
    return places


def _places(text: str, shape: Shape) -> list[_Place]:
    """
    Give where characters stand that *shape* spells one by one, and parted words.
    """
    pattern = _WITH_HYPHENS if HYPHEN_THERE.search(text) else _SPELLED_OUT
    return [match.span() for match in pattern[shape].finditer(text)]


def _spell_out(
    text: str, coded: bytes, places: list[_Place], meant: dict[int, str], shape: Shape
) -> tuple[bytes, frozenset[str], Shifts]:
    pieces: list[bytes] = []
    rare: set[str] = set()
    anchors: list[tuple[int, int]] = []
    copied = length = 0
    for start, end in places:
        if start in meant:
            rare.update(meant[start])
            piece = spell(meant[start], shape).encode()
        else:
            # A hyphen at the end of a line is nothing.
            rare.add(text[start])
            piece = spell(text[start], shape).encode() if end - start == 1 else b""
        pieces += (coded[copied:start], piece)
        length += start - copied
        if len(piece) != end - start:
            anchors += [(length + extra, start) for extra in range(1, len(piece))]
            anchors.append((length + len(piece), end))
        length += len(piece)
        copied = end
    pieces.append(coded[copied:])
    to_original = Shifts.anchored(anchors) if anchors else UNCHANGED
    return b"".join(pieces), frozenset(rare), to_original
