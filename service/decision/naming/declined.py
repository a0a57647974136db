"""
Put words with capitals back into the first case.

Anny Nowakowej is Anna Nowakowa.  Of a whole name every part must have changed in one
language, or the last one by an ending that no name has; so Julie Dupont is no Julia
Dupont.  A first name alone, or one part of two, counts only in a text that some word
shows to be in that language.

Made after everything else, of words in which no whole name was found.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
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
_Piece = tuple[tuple[bytes, _Place], ...]
"""Words side by side, each with the place of what it is in the text."""


class _Case(NamedTuple):
    """
    Hold what a word of the text may be in the first case.
    """

    word: bytes
    languages: int
    alone: int
    """In which no name ends so by itself."""


class _Cases(NamedTuple):
    """
    Hold a word as it stands, if somebody is called so, and what else it may be.
    """

    stands: bytes
    changed: list[_Case]


class Lookup:
    """
    Look up which names a word may be, each word of a text once.
    """

    def __init__(self, known: Sequence[Container[bytes]], languages: int) -> None:
        """
        Take the words that begin names, and the languages that the text shows.
        """
        self._known = known
        self._cases: dict[bytes, _Cases] = {}
        self.languages = languages

    def cases(self, word: bytes) -> _Cases:
        """
        Give what *word*, in lower case, may be.
        """
        found = self._cases.get(word)
        if found is None:
            stands = word.capitalize() if self._is_known(word) else b""
            found = self._cases[word] = _Cases(stands, [*self._changed(word)])
        return found

    def _changed(self, word: bytes) -> Iterator[_Case]:
        for length in range(1, min(LONGEST_ENDING, len(word) - _SHORTEST_STEM) + 1):
            ending = word[-length:]
            for first_case, languages in FIRST_CASES.get(ending, ()):
                name = word[:-length] + first_case
                if self._is_known(name):
                    alone = languages & UNMISTAKABLE.get(ending, 0)
                    yield _Case(name.capitalize(), languages, alone)

    def _is_known(self, word: bytes) -> bool:
        return any(word in words for words in self._known)


def declined_reading(
    plain: Reading,
    capitals: bytes,
    taken: Sequence[_Place],
    known: Sequence[Container[bytes]],
    languages: int,
) -> Reading | None:
    """
    Read the words of *plain* in the first case; None: none has an ending.

    Args:
        capitals: Which of its letters are capitals (`letters.CAPITALS`).

        taken: Where whole names were found already.

        known: With which words whole names begin.

        languages: In which the text seems to be.
    """
    # Without the small letters it is seen at once whether two words with capitals are left.
    has_pairs = _outside(taken, capitals).translate(None, b"a").find(b"A A") >= 0
    if not (has_pairs or languages):
        return None
    left = bytearray(capitals)
    for start, end in taken:
        left[start:end] = bytes(end - start)
    lookup = Lookup(known, languages)
    alone = list(_alone(plain, left, lookup)) if languages else []
    pairs = list(_pairs(plain, left, lookup)) if has_pairs else []
    return _assembled(plain, alone, pairs) if alone or pairs else None


def _outside(taken: Iterable[_Place], capitals: bytes) -> bytes:
    parts: list[bytes] = []
    done = 0
    for start, end in taken:
        parts.append(capitals[done:start])
        done = end
    return b"\0".join([*parts, capitals[done:]])


def _assembled(plain: Reading, alone: list[_Piece], pairs: list[_Piece]) -> Reading:
    # What follows FIRST may be a name by itself.
    parts: list[bytes] = []
    anchors: list[tuple[int, int]] = []
    position = 0
    for parting, pieces in ((FIRST, alone), (NEXT, pairs)):
        for piece in pieces:
            between = parting
            for word, (begin, end) in piece:
                position += len(between)
                anchors += ((position, begin), (position + len(word) - 1, end - 1))
                position += len(word)
                parts += (between, word)
                between = b" "
    spaced = b"".join(parts) + NEXT

    def way_back() -> Way:
        return Assembled(anchors, plain.way_back())

    return Reading(plain.original, spaced, spaced.lower(), Manner.DECLINED, way_back)


def _alone(plain: Reading, left: bytearray, lookup: Lookup) -> Iterator[_Piece]:
    for match in _WORD.finditer(left):
        begin, end = place = match.span()
        if plain.spaced[begin - 1] == _SPACE:
            for each in lookup.cases(plain.folded[begin:end]).changed:
                if each.languages & lookup.languages:
                    yield ((each.word, place),)


def _pairs(plain: Reading, left: bytearray, lookup: Lookup) -> Iterator[_Piece]:
    for match in _PAIR.finditer(left):
        begin, after = match.span()
        if plain.spaced[begin - 1] == _SPACE:
            front, back = (begin, after - 1), (after, plain.spaced.index(b" ", after))
            fronts, backs = (lookup.cases(plain.folded[slice(*each)]) for each in (front, back))
            for one, other in _agreeing(fronts, backs, lookup.languages):
                yield (one, front), (other, back)


def _agreeing(fronts: _Cases, backs: _Cases, languages: int) -> Iterator[tuple[bytes, bytes]]:
    for one in fronts.changed:
        for other in backs.changed:
            if one.languages & other.languages & EVERY_PART_CHANGES:
                yield one.word, other.word
        if backs.stands and one.languages & languages:
            yield one.word, backs.stands
    for other in backs.changed:
        if fronts.stands and (other.alone or other.languages & languages):
            yield fronts.stands, other.word
