"""
Take hashtags, handles and addresses apart: #TeamLéa, @leadupont.

Where a word is cut depends on nothing but how many letters it has, so that is worked
out once for each length.  Long words are read through a window, which keeps the work
in step with the length of the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from service.decision.naming.normalise import Normalised
from service.decision.naming.reading import Manner, Reading
from service.decision.naming.way_back import Assembled, Way

CUT = b"~"
"""Stands where the window ends but the word does not."""
FIRST = b" \n\n "
"""Begins the pieces of a word; the others of the same word begin with one line end."""
NEXT = b" \n "

_BLANK = bytes.maketrans(b"\t\n\v\f\r", b"     ")
_ADDRESS = re.compile(rb"\.[a-z]{2,6}\Z")
_WINDOW = 32
_SHORTEST = 4
_WORD = re.compile(rb"[A-Za-z]{%d,}" % _SHORTEST)

_NO_NUMBERS = bytes(range(128))
_NUMBERS = bytes(range(128, 128 + _WINDOW))
"""Stand in a stencil for the letters of a word."""

_Piece = tuple[bytes, int, int, bytes]
"""What parts it from the piece before, its first letter, where it stops, what follows."""
_Cutting = Callable[[int], Iterator[_Piece]]


@dataclass(frozen=True, slots=True)
class Stencil:
    """
    Hold how to cut every word of one length.
    """

    pieces: tuple[_Piece, ...]
    numbered: bytes
    """The pieces with numbers for letters; empty: the word is longer than the window."""


def hashtag_readings(plain: Normalised) -> Iterator[Reading]:
    """
    Give the readings of hashtags, handles and addresses.
    """
    words = list(_marked_words(plain))
    if not words:
        return
    for manner, cut in _CUTTINGS:
        taken = [(word, source, _stencil_of(cut, len(word))) for word, source in words]
        yield _reading(plain, manner, taken)


def _reading(plain: Normalised, manner: Manner, taken: list[tuple[bytes, int, Stencil]]) -> Reading:
    def way_back() -> Way:
        position = 0
        anchors = []
        for _, source, stencil in taken:
            for parting, begin, stop, following in stencil.pieces:
                position += len(parting)
                anchors.append((position, source + begin))
                position += stop - begin + len(following)
        return Assembled(anchors, plain.way_from_coded())

    spaced = b"".join([_cut(word, stencil) for word, _, stencil in taken]) + NEXT
    return Reading(plain.original, spaced, spaced.lower(), manner, way_back)


def _cut(word: bytes, stencil: Stencil) -> bytes:
    if stencil.numbered:
        return stencil.numbered.translate((_NO_NUMBERS + word).ljust(256))
    return _joined(word, stencil.pieces)


def _joined(word: bytes, pieces: Iterable[_Piece]) -> bytes:
    parts: list[bytes] = []
    for parting, begin, stop, following in pieces:
        parts += (parting, word[begin:stop], following)
    return b"".join(parts)


def _stencil_of(cut: _Cutting, letters: int) -> Stencil:
    return _kept_stencil(cut, letters) if letters <= _WINDOW else Stencil((*cut(letters),), b"")


@lru_cache(maxsize=2 * _WINDOW)
def _kept_stencil(cut: _Cutting, letters: int) -> Stencil:
    pieces = (*cut(letters),)
    return Stencil(pieces, _joined(_NUMBERS[:letters], pieces))


def _endings(letters: int) -> Iterator[_Piece]:
    # Never from the second letter on: one letter is no word that goes before a name.
    for begin in (0, *range(2, letters - 1)):
        stop = min(begin + _WINDOW, letters)
        yield NEXT if begin else FIRST, begin, stop, CUT if stop < letters else b""


def _halves(letters: int) -> Iterator[_Piece]:
    for begin in (0, *range(2, letters - _SHORTEST + 1)):
        stop = min(begin + _WINDOW, letters)
        following = CUT if stop < letters else b""
        for middle in range(begin + (2 if begin else 1), stop - (0 if following else 1)):
            yield NEXT if begin else FIRST, begin, middle, b" "
            yield b"", middle, stop, following


_CUTTINGS: tuple[tuple[Manner, _Cutting], ...] = (
    (Manner.ENDINGS, _endings),
    (Manner.HALVES, _halves),
)


def _marked_words(plain: Normalised) -> Iterator[tuple[bytes, int]]:
    # A mark counts for everything up to the blanks on either side of it.
    flat = plain.coded.translate(_BLANK)
    done = 0
    for mark in _marks(plain.coded):
        if mark < done:
            continue
        begin = max(flat.rfind(b" ", done, mark) + 1, done)
        done = flat.find(b" ", mark)
        done = done if done >= 0 else len(flat)
        for word in _WORD.finditer(plain.wide, begin + 1, done + 1):
            yield word.group(), word.start() - 1


def _marks(coded: bytes) -> list[int]:
    marks = [*_places(b"#", coded), *_places(b"@", coded)]
    marks += [at for at in _places(b"/", coded) if _ADDRESS.search(coded[max(at - 7, 0) : at])]
    return sorted(marks)


def _places(sign: bytes, coded: bytes) -> Iterator[int]:
    at = coded.find(sign)
    while at >= 0:
        yield at
        at = coded.find(sign, at + 1)
