"""
Take apart words written as one, and join names that were not.

#TeamLéa, @leadupont, LéaDupont; and Léa M. Dupont without the M.

Every piece is put between line ends, so that no name is found across two of them.
Long hashtags are read through a window, which keeps the work in step with the
length of the text.
"""

import re
from collections.abc import Callable, Iterator

from service.decision.naming.letters import CAPITALS, CASED
from service.decision.naming.normalise import Normalised
from service.decision.naming.reading import Manner, Reading
from service.decision.naming.way_back import Assembled, Way

_Piece = tuple[bytes, bytes, int]
"""What parts it from the piece before, its letters, and where they stand in the source."""

_BLANK = bytes.maketrans(b"\t\n\v\f\r", b"     ")
_ADDRESS = re.compile(rb"\.[a-z]{2,6}\Z")
_SMALL = bytes(range(ord("a"), ord("z") + 1))
_WORD = re.compile(rb"[A-Za-z]+")
_HUMP = re.compile(rb"(?<=[a-z])(?<!Mc)(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HUMPS = (b"aA", b"AAa")

_LONE_CAPITAL = b" A "
_WORDS_AROUND = 6
_WINDOW = 32
_SHORTEST = 4
CUT = b"~"
"""Stands where the window ends but the word does not."""
FIRST = b" \n\n "
"""Begins the pieces of a word; the others of the same word begin with one line end."""
_NEXT = b" \n "


def compound_readings(plain: Normalised) -> Iterator[Reading]:
    """
    Give the readings of places in *plain* where a name may hide.
    """
    capitals = plain.spaced.translate(CAPITALS)
    if _LONE_CAPITAL in capitals:
        pieces = list(_around_lone_capitals(plain.spaced, capitals))
        if pieces:
            yield _assembled(plain, Manner.SHORTENED, pieces, plain.way_back)
    # Two capitals with nothing but small letters between: only then look for humps.
    together = b"AA" in plain.spaced.translate(CAPITALS, _SMALL)
    if together and (_HUMPS[0] in capitals or _HUMPS[1] in capitals):
        yield _assembled(plain, Manner.HUMPS, list(_humps(plain.spaced, capitals)), plain.way_back)
    if b"#" in plain.coded or b"@" in plain.coded or b"/" in plain.coded:
        words = list(_marked_words(plain.coded))
        for manner, cut in ((Manner.ENDINGS, _endings), (Manner.HALVES, _halves)):
            pieces = [piece for word in words for piece in cut(*word)]
            yield _assembled(plain, manner, pieces, plain.way_from_coded)


def _assembled(
    plain: Normalised,
    manner: Manner,
    pieces: list[_Piece],
    onwards: Callable[[], Way],
) -> Reading:
    def way_back() -> Way:
        position = 0
        anchors = []
        for parting, letters, source in pieces:
            position += len(parting)
            anchors.append((position, source))
            position += len(letters)
        return Assembled(anchors, onwards())

    spaced = b"".join([part for piece in pieces for part in piece[:2]]) + _NEXT
    return Reading(plain.original, spaced, spaced.lower(), manner, way_back)


def _around_lone_capitals(spaced: bytes, capitals: bytes) -> Iterator[_Piece]:
    at = capitals.find(_LONE_CAPITAL)
    while at >= 0:
        after = at + 2
        while capitals.startswith(_LONE_CAPITAL, after):
            after += 2
        if capitals[capitals.rfind(b" ", 0, at) + 1] == ord("A"):
            begin, stop = at, after
            for _ in range(_WORDS_AROUND):
                begin = max(spaced.rfind(b" ", 0, begin), 0)
                stop = max(spaced.find(b" ", stop + 1), stop)
            yield FIRST[:-1], spaced[begin:at], begin
            yield b"", spaced[after : stop + 1], after
        at = capitals.find(_LONE_CAPITAL, after)


def _humps(spaced: bytes, capitals: bytes) -> Iterator[_Piece]:
    begins = {begin for hump in _HUMPS for begin in _words_with(hump, capitals)}
    for begin in sorted(begins):
        letters = spaced[begin : spaced.index(b" ", begin)]
        parting, done = FIRST, 0
        for cut in [*(match.start() for match in _HUMP.finditer(letters)), len(letters)]:
            yield parting, letters[done:cut], begin + done
            parting, done = b" ", cut


def _words_with(hump: bytes, capitals: bytes) -> Iterator[int]:
    at = capitals.find(hump)
    while at >= 0:
        yield capitals.rfind(b" ", 0, at + 1) + 1
        at = capitals.find(hump, capitals.index(b" ", at))


def _marked_words(coded: bytes) -> Iterator[tuple[bytes, int]]:
    # A mark counts for everything up to the blanks on either side of it.
    flat, cased = coded.translate(_BLANK), coded.translate(CASED)
    done = 0
    for mark in _marks(flat):
        if mark < done:
            continue
        begin = max(flat.rfind(b" ", done, mark) + 1, done)
        done = flat.find(b" ", mark)
        done = done if done >= 0 else len(flat)
        for word in _WORD.finditer(cased, begin, done):
            if word.end() - word.start() >= _SHORTEST:
                yield word.group(), word.start()


def _marks(flat: bytes) -> list[int]:
    signs = [at for sign in (b"#", b"@") for at in _places(sign, flat)]
    slashes = [at for at in _places(b"/", flat) if _ADDRESS.search(flat[max(at - 7, 0) : at])]
    return sorted(signs + slashes)


def _places(sign: bytes, flat: bytes) -> Iterator[int]:
    at = flat.find(sign)
    while at >= 0:
        yield at
        at = flat.find(sign, at + 1)


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
