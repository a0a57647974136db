"""
Search the readings of one text, and do nothing twice.

Two shortcuts, neither of which changes a result.  A short name within a whole one
is not looked into, as `overlap.py` would leave it out.  And of a second reading of
a whole text only those phrases are looked into that occur there more or less often
than in the first: it mostly repeats the first.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from service.decision.naming.belief import end_of_name
from service.decision.naming.layer import Layer, Layers
from service.decision.naming.lexicon import numbers_of
from service.decision.naming.model import MentionForm
from service.decision.naming.overlap import Found, stand_apart
from service.decision.naming.reading import ONLY_SHORT_NAMES, ONLY_WHOLE_NAMES, WHOLE_TEXT, Reading
from service.decision.naming.spelling import Kind

_FORMS = {
    Kind.GIVEN_FAMILY: MentionForm.FULL_NAME,
    Kind.FAMILY_GIVEN: MentionForm.FULL_NAME,
    Kind.GIVEN_INITIAL: MentionForm.GIVEN_AND_INITIAL,
    Kind.INITIAL_FAMILY: MentionForm.INITIAL_AND_FAMILY,
    Kind.FAMILY_INITIAL: MentionForm.INITIAL_AND_FAMILY,
    Kind.INITIALS: MentionForm.INITIALS,
    Kind.FAMILY: MentionForm.FAMILY_NAME,
    Kind.GIVEN: MentionForm.GIVEN_NAME,
    Kind.ALIAS: MentionForm.ALIAS,
}
_KINDS = tuple(Kind)
_INITIAL_FAMILY = Kind.INITIAL_FAMILY
_TELLING = Kind.TELLING
_MISTER = ord("m")
_SPACE = ord(" ")

Raw = tuple[int, int, int]
"""Number of the phrase, start, stop."""
_Taken = tuple[int, int]
"""Where a whole name ends, and where it starts."""
_NONE_LEFT = (sys.maxsize, sys.maxsize)


class Search:
    """
    Collect what is found in the readings of one text.
    """

    def __init__(self, whole_names: Layers, short_names: Layers, own_units: frozenset[str]) -> None:
        """
        Search for whole names first, then for short ones outside them.

        A search is good for one text.
        """
        self._findings: list[Found] = []
        self._whole_names = whole_names
        self._short_names = short_names
        self._own_units = own_units
        self._repeats = False
        self._first_time: dict[int, Counter[int]] = {}
        self.taken: list[tuple[int, int]] = []
        """Where whole names stand in the first reading."""
        self.languages = 0
        """In which the text seems to be (`cases.py`)."""

    def read(self, readings: Sequence[Reading]) -> list[Found]:
        """
        Give everything that is found in *readings* of one text.
        """
        if len(readings) > 1:
            self._repeats = sum([reading.manner in WHOLE_TEXT for reading in readings]) > 1
        taken = [(reading, self._whole_names_in(reading)) for reading in readings]
        self.taken = [(start, end) for end, start in taken[0][1]]
        apart = stand_apart(self._findings)
        for reading, whole_names in taken:
            if reading.manner not in ONLY_WHOLE_NAMES:
                self._look_for_short_names(reading, whole_names if apart else [])
        return self._findings

    def _whole_names_in(self, reading: Reading) -> list[_Taken]:
        taken: list[_Taken] = []
        if reading.manner in ONLY_SHORT_NAMES:
            return taken
        for layer in self._whole_names:
            for phrase, start, stop in self._new(layer, reading):
                end = self._look_at(layer, reading, phrase, start, stop)
                if end:
                    taken.append((end, start))
        taken.sort()
        return taken

    def _look_for_short_names(self, reading: Reading, taken: list[_Taken]) -> None:
        for layer in self._short_names:
            found = self._new(layer, reading)
            if found and taken:
                found = _outside(taken, found, reading.folded)
            for phrase, start, stop in found:
                self._look_at(layer, reading, phrase, start, stop)

    def _new(self, layer: Layer, reading: Reading) -> list[Raw]:
        found = layer.lexicon.scan(reading.folded)
        if not (found and self._repeats and reading.manner in WHOLE_TEXT):
            return found
        count = Counter([phrase for phrase, _, _ in found])
        before = self._first_time.setdefault(id(layer), count)
        if before is count:
            return found
        return [raw for raw in found if count[raw[0]] != before[raw[0]]]

    def _look_at(self, layer: Layer, reading: Reading, phrase: int, start: int, stop: int) -> int:
        """
        Give where the name ends, or 0 if it is none, or nobody's.
        """
        kind = _KINDS[layer.lexicon.kinds[phrase]]
        if kind is _TELLING:
            self._hear(layer, reading, phrase, stop)
            return 0
        end = end_of_name(reading, kind, start, stop)
        if end < 0:
            return 0
        mister = kind is _INITIAL_FAMILY and reading.folded[start + 1] == _MISTER
        people = layer.people(phrase, self._own_units if mister else None)
        if not people:
            return 0
        self._findings.append((*reading.span(start + 1, end), _FORMS[kind], people))
        return end

    def _hear(self, layer: Layer, reading: Reading, phrase: int, stop: int) -> None:
        if reading.folded[stop] == _SPACE:
            [language] = numbers_of(layer.lexicon.owners[phrase])
            self.languages |= language


def _outside(taken: list[_Taken], found: list[Raw], folded: bytes) -> list[Raw]:
    """
    Leave out of *found* what lies within the whole names that are *taken*.

    Both stand apart and in order, or a name is looked at that need not be.  A long short
    name may reach over the edge of a whole one and win: then what lies within the loser
    counts again, and nothing is left out.
    """
    outside: list[Raw] = []
    whole = iter(taken)
    passed = 0
    end, start = next(whole)
    for raw in found:
        while end < raw[2]:
            passed = end
            end, start = next(whole, _NONE_LEFT)
        if raw[1] < passed or raw[1] < start < raw[2]:
            return found
        if raw[1] < start or (raw[1] == start and folded.find(b" ", start + 1, end) < raw[2]):
            outside.append(raw)
    return outside
