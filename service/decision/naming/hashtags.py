"""
Take hashtags, handles and addresses apart: #TeamLéa, @leadupont.

Where a word is cut depends on nothing but how many letters it has, so that is worked
out once for each length.  Long words are read through a window, which keeps the work
in step with the length of the text.
"""

import re
from collections.abc import Callable, Iterator
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
_WORD = re.compile(rb"[A-Za-z]+")
_WINDOW = 32
_SHORTEST = 4

_BEFORE = FIRST + NEXT + CUT
"""Written before a word, so that every part of its pieces is a slice of one text."""
_LETTERS = len(_BEFORE)
_FIRST = slice(0, len(FIRST))
_SPACE = slice(0, 1)
_NEXT = slice(len(FIRST), len(FIRST + NEXT))
_CUT = slice(len(FIRST + NEXT), len(_BEFORE))

_Piece = tuple[slice, int, int, bool]
"""What parts it from the piece before, its letters, and whether `CUT` follows."""
_Cutting = Callable[[int], Iterator[_Piece]]


@dataclass(frozen=True, slots=True)
class _Stencil:
    """
    Hold how to cut every word of one length.
    """

    parts: tuple[slice, ...]
    """Of the word with `_BEFORE` before it."""
    anchors: tuple[tuple[int, int], ...]
    """At which place which letter stands, after `parts` are joined."""
    length: int
    """Of `parts` joined."""


def hashtag_readings(plain: Normalised) -> Iterator[Reading]:
    """
    Give the readings of hashtags, handles and addresses.
    """
    words = [(_BEFORE + letters, source) for letters, source in _marked_words(plain)]
    for manner, cut in _CUTTINGS:
        taken = [(word, source, _stencil_of(cut, len(word) - _LETTERS)) for word, source in words]
        yield _reading(plain, manner, taken)


def _reading(
    plain: Normalised, manner: Manner, taken: list[tuple[bytes, int, _Stencil]]
) -> Reading:
    def way_back() -> Way:
        position = 0
        anchors = []
        for _, source, stencil in taken:
            anchors += [(position + at, source + letter) for at, letter in stencil.anchors]
            position += stencil.length
        return Assembled(anchors, plain.way_from_coded())

    parts = [word[part] for word, _, stencil in taken for part in stencil.parts]
    spaced = b"".join(parts) + NEXT
    return Reading(plain.original, spaced, spaced.lower(), manner, way_back)


def _stencil_of(cut: _Cutting, letters: int) -> _Stencil:
    return _kept_stencil(cut, letters) if letters <= _WINDOW else _stencil(cut, letters)


def _stencil(cut: _Cutting, letters: int) -> _Stencil:
    parts: list[slice] = []
    anchors: list[tuple[int, int]] = []
    length = 0
    for parting, begin, stop, is_cut in cut(letters):
        length += parting.stop - parting.start
        anchors.append((length, begin))
        parts += (parting, slice(_LETTERS + begin, _LETTERS + stop))
        length += stop - begin
        if is_cut:
            parts.append(_CUT)
            length += len(CUT)
    return _Stencil(tuple(parts), tuple(anchors), length)


_kept_stencil = lru_cache(maxsize=2 * _WINDOW)(_stencil)


def _endings(letters: int) -> Iterator[_Piece]:
    # Never from the second letter on: one letter is no word that goes before a name.
    for begin in (0, *range(2, letters - 1)):
        stop = min(begin + _WINDOW, letters)
        yield _NEXT if begin else _FIRST, begin, stop, stop < letters


def _halves(letters: int) -> Iterator[_Piece]:
    for begin in (0, *range(2, letters - _SHORTEST + 1)):
        stop = min(begin + _WINDOW, letters)
        is_cut = stop < letters
        for middle in range(begin + (2 if begin else 1), stop - (0 if is_cut else 1)):
            yield _NEXT if begin else _FIRST, begin, middle, False
            yield _SPACE, middle, stop, is_cut


_CUTTINGS: tuple[tuple[Manner, _Cutting], ...] = (
    (Manner.ENDINGS, _endings),
    (Manner.HALVES, _halves),
)


def _marked_words(plain: Normalised) -> Iterator[tuple[bytes, int]]:
    # A mark counts for everything up to the blanks on either side of it.
    flat = plain.coded.translate(_BLANK)
    done = 0
    for mark in _marks(flat):
        if mark < done:
            continue
        begin = max(flat.rfind(b" ", done, mark) + 1, done)
        done = flat.find(b" ", mark)
        done = done if done >= 0 else len(flat)
        for word in _WORD.finditer(plain.wide, begin + 1, done + 1):
            start, stop = word.span()
            if stop - start >= _SHORTEST:
                yield word.group(), start - 1


def _marks(flat: bytes) -> list[int]:
    marks = [*_places(b"#", flat), *_places(b"@", flat)]
    marks += [at for at in _places(b"/", flat) if _ADDRESS.search(flat[max(at - 7, 0) : at])]
    return sorted(marks)


def _places(sign: bytes, flat: bytes) -> list[int]:
    places: list[int] = []
    at = flat.find(sign)
    while at >= 0:
        places.append(at)
        at = flat.find(sign, at + 1)
    return places
