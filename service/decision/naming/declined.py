"""
Put words with capitals back into the first case.

Anny Nowakowej is Anna Nowakowa.  Of a whole name every part must have changed in one
language, or the last one by an ending that no name has; so Julie Dupont is no Julia
Dupont.  A first name alone, or one part of two, counts only in a text that some word
shows to be in that language.

Made after everything else, of words in which no whole name was found.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from service.decision.naming.cases import (
    EVERY_PART_CHANGES,
    FIRST_CASES,
    LONGEST_ENDING,
    UNMISTAKABLE,
)
from service.decision.naming.hashtags import FIRST, NEXT
from service.decision.naming.reading import Manner, Reading
from service.decision.naming.way_back import Assembled, Way

_PAIR = re.compile(rb"A[Aa]{2,}+ (?=A[Aa]{2,})")
_WORD = re.compile(rb"A[Aa]{2,}+")
_SHORTEST_STEM = 2
_SPACE = ord(" ")

_Place = tuple[int, int]


class _Case(NamedTuple):
    """
    Hold what a word of the text may be in the first case.
    """

    word: str
    length: int
    begin: int
    last: int
    """Of the word in the text: its first letter and its last one."""
    languages: int
    alone: int = 0
    """In which no name ends so by itself."""


_Piece = tuple[_Case, ...]
"""Words that stand side by side."""


def declined_reading(
    plain: Reading, capitals: bytes, taken: Iterable[_Place], languages: int
) -> Reading | None:
    """
    Read the words of *plain* in the first case; None: none has an ending.

    Args:
        capitals: Which of its letters are capitals (`letters.CAPITALS`).

        taken: Where whole names were found already.

        languages: In which the text seems to be.
    """
    blanked = bytearray(capitals)
    for start, end in taken:
        blanked[start:end] = bytes(end - start)
    left = bytes(blanked)
    alone = list(_alone(plain, left, languages)) if languages else []
    pieces: list[_Piece] = []
    # Without the small letters it is seen at once whether two words with capitals are left.
    if left.translate(None, b"a").find(b"A A") >= 0:
        pieces = list(_pairs(plain, left, languages))
    return _assembled(plain, alone, pieces) if alone or pieces else None


def _assembled(plain: Reading, alone: list[_Piece], pieces: list[_Piece]) -> Reading:
    # What follows FIRST may be a name by itself.
    parts: list[str] = []
    anchors: list[tuple[int, int]] = []
    position = 0
    for parting, group in ((FIRST.decode(), alone), (NEXT.decode(), pieces)):
        wide = len(parting)
        for piece in group:
            between, step = parting, wide
            for word, length, begin, last, *_ in piece:
                position += step
                anchors += ((position, begin), (position + length - 1, last))
                position += length
                parts += (between, word)
                between, step = " ", 1
    spaced = "".join(parts).encode() + NEXT

    def way_back() -> Way:
        return Assembled(anchors, plain.way_back())

    return Reading(plain.original, spaced, spaced.lower(), Manner.DECLINED, way_back)


def _alone(plain: Reading, left: bytes, languages: int) -> Iterator[_Piece]:
    for match in _WORD.finditer(left):
        begin, end = match.span()
        if plain.spaced[begin - 1] == _SPACE:
            for each in _first_cases(plain, begin, end):
                if each.languages & languages:
                    yield (each,)


def _pairs(plain: Reading, left: bytes, languages: int) -> Iterator[_Piece]:
    for match in _PAIR.finditer(left):
        begin, after = match.span()
        if plain.spaced[begin - 1] == _SPACE:
            end = plain.spaced.index(b" ", after)
            fronts = _first_cases(plain, begin, after - 1)
            backs = _first_cases(plain, after, end)
            yield from _agreeing(fronts, backs, languages)


def _agreeing(fronts: list[_Case], backs: list[_Case], languages: int) -> list[_Piece]:
    both: list[_Piece] = [
        (one, other)
        for one in fronts
        for other in backs
        if one.languages & other.languages & EVERY_PART_CHANGES
    ]
    front: list[_Piece] = [(one, backs[0]) for one in fronts if one.languages & languages]
    back: list[_Piece] = [
        (fronts[0], one) for one in backs if one.alone or one.languages & languages
    ]
    return both + front + back


def _first_cases(plain: Reading, begin: int, end: int) -> list[_Case]:
    """
    Give a word as it stands, in no language, and then whatever it may be.
    """
    word, letters = plain.folded[begin:end].decode(), end - begin
    cases = [_Case(word.capitalize(), letters, begin, end - 1, 0)]
    for length in range(1, min(LONGEST_ENDING, letters - _SHORTEST_STEM) + 1):
        ending = word[-length:]
        for first_case, languages in FIRST_CASES.get(ending, ()):
            changed = (word[:-length] + first_case).capitalize()
            alone = languages & UNMISTAKABLE.get(ending, 0)
            cases.append(_Case(changed, len(changed), begin, end - 1, languages, alone))
    return cases
