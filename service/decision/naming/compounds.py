"""
Take apart words that were written as one: #TeamLéa, @leadupont, LéaDupont.

Every piece is put between line ends, so that no name is found across two of them.
Long hashtags are read through a window, which keeps the work in step with the
length of the text.
"""

import re
from collections.abc import Iterator

from service.decision.naming.letters import CAPITALS, CASED
from service.decision.naming.normalise import Normalised, Shifts
from service.decision.naming.reading import Manner, Reading

_Piece = tuple[bytes, bytes, int]
"""What parts it from the piece before, its letters, and where they stand in `coded`."""

_BLANK = bytes.maketrans(b"\t\n\v\f\r", b"     ")
_MARKS = (b"#", b"@", b"/")
_MARK = re.compile(rb"[#@]|\.[a-z]{2,6}/")
_WORD = re.compile(rb"[A-Za-z]+")
_HUMP = re.compile(rb"(?<=[a-z])(?<!Mc)(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HUMPS = (b"aA", b"AAa")

_WINDOW = 32
_SHORTEST = 4
CUT = b"~"
"""Stands where the window ends but the word does not."""
FIRST = b" \n\n "
"""Begins the pieces of a word; the others of the same word begin with one line end."""
_NEXT = b" \n "


def compound_readings(plain: Normalised) -> Iterator[Reading]:
    """
    Give the readings of all words in *plain* that may be made of several.
    """
    capitals = plain.spaced.translate(CAPITALS)
    if any(hump in capitals for hump in _HUMPS):
        yield _assembled(plain, Manner.HUMPS, list(_humps(plain)))
    if any(mark in plain.coded for mark in _MARKS):
        words = list(_marked_words(plain.coded))
        if words:
            yield _assembled(plain, Manner.ENDINGS, [p for word in words for p in _endings(*word)])
            yield _assembled(plain, Manner.HALVES, [p for word in words for p in _halves(*word)])


def _assembled(plain: Normalised, manner: Manner, pieces: list[_Piece]) -> Reading:
    def way_back() -> tuple[Shifts, ...]:
        position = 0
        anchors = []
        for parting, letters, source in pieces:
            position += len(parting)
            anchors.append((position, source))
            position += len(letters)
        return Shifts(anchors), plain.to_original

    spaced = b"".join([part for piece in pieces for part in piece[:2]]) + _NEXT
    return Reading(plain.original, spaced, spaced.lower(), manner, way_back)


def _humps(plain: Normalised) -> Iterator[_Piece]:
    for word in _WORD.finditer(plain.coded.translate(CASED)):
        letters, source = word.group(), word.start()
        if letters[1:].islower() or letters.isupper():
            continue
        parting, begin = FIRST, 0
        for hump in [*(match.start() for match in _HUMP.finditer(letters)), len(letters)]:
            yield parting, letters[begin:hump], source + begin
            parting, begin = b" ", hump


def _marked_words(coded: bytes) -> Iterator[tuple[bytes, int]]:
    # A mark counts for everything up to the blanks on either side of it.
    flat, cased = coded.translate(_BLANK), coded.translate(CASED)
    done = 0
    for mark in _MARK.finditer(flat):
        if mark.start() < done:
            continue
        begin = max(flat.rfind(b" ", done, mark.start()) + 1, done)
        done = flat.find(b" ", mark.start())
        done = done if done >= 0 else len(flat)
        for word in _WORD.finditer(cased, begin, done):
            if word.end() - word.start() >= _SHORTEST:
                yield word.group(), word.start()


def _window(word: bytes, begin: int) -> bytes:
    cut = CUT if begin + _WINDOW < len(word) else b""
    return word[begin : begin + _WINDOW] + cut


def _endings(word: bytes, source: int) -> Iterator[_Piece]:
    # Never from the second letter on: one letter is no word that goes before a name.
    yield FIRST, _window(word, 0), source
    for begin in range(2, len(word) - 1):
        yield _NEXT, _window(word, begin), source + begin


def _halves(word: bytes, source: int) -> Iterator[_Piece]:
    for begin in (0, *range(2, len(word) - _SHORTEST + 1)):
        seen = _window(word, begin)
        parting = FIRST if begin == 0 else _NEXT
        for cut in range(1 if begin == 0 else 2, len(seen) - 1):
            yield parting, seen[:cut], source + begin
            yield b" ", seen[cut:], source + begin + cut
