"""
Take apart words written as one, and join names that were not.

LéaDupont, L é a, and Léa M. or L. M. Dupont without the M.; #TeamLéa in `hashtags.py`.

Every piece is put between line ends, so that no name is found across two of them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from service.decision.naming.hashtags import FIRST, NEXT, hashtag_readings
from service.decision.naming.normalise import Normalised
from service.decision.naming.reading import Manner, Reading
from service.decision.naming.way_back import Assembled, Way

_Piece = tuple[bytes, bytes, int]
"""What parts it from the piece before, its letters, and where they stand in the source."""

_HUMP = re.compile(rb"(?<=[a-z])(?<!Mc)(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_CAPITAL_INSIDE = re.compile(rb"A(?<! A)")
_LONE_CAPITAL = b" A "
_CAPITAL_AFTER_NAME = re.compile(rb" A[Aa]*+ A ")
_WORDS_AROUND = 6
_SPACES_OF_LETTERS = b" " * len("a a ")
_APART = re.compile(rb"(?<= )[Aa](?: [Aa]){2,}+(?= )")


def compound_readings(plain: Normalised, capitals: bytes) -> Iterator[Reading]:
    """
    Give the readings of places in *plain* where a name may hide.

    Args:
        capitals: Which of its letters are capitals (`letters.CAPITALS`).
    """
    spaced = plain.spaced
    # Each look is dearer than the one before, and mostly the first one is the last.
    if capitals.rfind(b"A ") >= 0 and _CAPITAL_AFTER_NAME.search(capitals):
        pieces = list(_around_lone_capitals(spaced, capitals))
        if pieces:
            yield _assembled(plain, Manner.SHORTENED, pieces)
    # Of letters that stand apart every second byte is a space.
    if spaced[::2].find(_SPACES_OF_LETTERS) >= 0 or spaced[1::2].find(_SPACES_OF_LETTERS) >= 0:
        yield _assembled(plain, Manner.LETTERS, list(_letters_apart(plain, capitals)))
    if _CAPITAL_INSIDE.search(capitals):
        pieces = list(_humps(spaced, capitals))
        if pieces:
            yield _assembled(plain, Manner.HUMPS, pieces)
    coded = plain.coded
    if b"#" in coded or b"@" in coded or b"/" in coded:
        yield from hashtag_readings(plain)


def _assembled(plain: Normalised, manner: Manner, pieces: list[_Piece]) -> Reading:
    def way_back() -> Way:
        position = 0
        anchors = []
        for parting, letters, source in pieces:
            position += len(parting)
            anchors.append((position, source))
            position += len(letters)
        return Assembled(anchors, plain.way_back())

    spaced = b"".join([part for piece in pieces for part in piece[:2]]) + NEXT
    return Reading(plain.original, spaced, spaced.lower(), manner, way_back)


def _around_lone_capitals(spaced: bytes, capitals: bytes) -> Iterator[_Piece]:
    at = capitals.find(_LONE_CAPITAL)
    while at >= 0:
        begin, after = at, at + 2
        while capitals.startswith(_LONE_CAPITAL, after):
            after += 2
        stop = after
        for _ in range(_WORDS_AROUND):
            begin = max(spaced.rfind(b" ", 0, begin), 0)
            stop = max(spaced.find(b" ", stop + 1), stop)
        if capitals[capitals.rfind(b" ", 0, at) + 1] == ord("A"):
            yield FIRST[:-1], spaced[begin:at], begin
            yield b"", spaced[after : stop + 1], after
        if after - at >= len(_LONE_CAPITAL):
            # Of L. M. Dupont the first letter stands for the name.
            yield FIRST[:-1], spaced[at : at + 2], at
            yield b"", spaced[after : stop + 1], after
        at = capitals.find(_LONE_CAPITAL, after)


def _letters_apart(plain: Normalised, capitals: bytes) -> Iterator[_Piece]:
    way = plain.way_back()
    for run in _APART.finditer(capitals):
        places = range(run.start(), run.end(), 2)
        spans = [way.span(place, place + 1) for place in places]
        gaps = [after[0] - before[1] for before, after in pairwise(spans)]
        # Once as it stands, and once without what may be a word of one letter: à L É A.
        for first in (0, 1):
            parting, closest = FIRST, min(gaps[first:])
            for place, gap in zip(places[first:], (0, *gaps)[first:], strict=True):
                within = parting is not FIRST and gap <= closest
                yield b"" if within else parting, plain.spaced[place : place + 1], place
                parting = b" "


def _humps(spaced: bytes, capitals: bytes) -> Iterator[_Piece]:
    end = 0
    for found in _CAPITAL_INSIDE.finditer(capitals):
        at = found.start()
        if at < end:
            continue
        begin, end = capitals.rfind(b" ", 0, at) + 1, capitals.index(b" ", at)
        shape = capitals[begin:end]
        if b"aA" in shape or b"AAa" in shape:
            letters = spaced[begin:end]
            parting, done = FIRST, 0
            for cut in [*(match.start() for match in _HUMP.finditer(letters)), len(letters)]:
                yield parting, letters[done:cut], begin + done
                parting, done = b" ", cut
