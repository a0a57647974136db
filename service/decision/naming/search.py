"""
Search the readings of one text, and do nothing twice.

Two shortcuts, neither of which changes a result.  A short name within a whole one
is not looked into, as `overlap.py` would leave it out.  And of a second reading of
a whole text only those phrases are looked into that occur there more or less often
than in the first: it mostly repeats the first.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from service.decision.naming.belief import end_of_name
from service.decision.naming.layer import Layer, Layers
from service.decision.naming.model import MentionForm
from service.decision.naming.overlap import Finding
from service.decision.naming.reading import WHOLE_TEXT, Reading
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
_MISTER = ord("m")

Raw = tuple[int, int, int]
"""Number of the phrase, start, stop."""


class Search:
    """
    Collect what is found in the readings of one text.
    """

    def __init__(self, whole_names: Layers, short_names: Layers, own_units: frozenset[str]) -> None:
        """
        Search for whole names first, then for short ones outside them.

        A search is good for one text.
        """
        self._findings: list[Finding] = []
        self._whole_names = whole_names
        self._short_names = short_names
        self._own_units = own_units
        self._repeats = False
        self._first_time: dict[int, Counter[int]] = {}

    def read(self, readings: Sequence[Reading]) -> list[Finding]:
        """
        Give everything that is found in *readings* of one text.
        """
        self._repeats = sum(reading.manner in WHOLE_TEXT for reading in readings) > 1
        taken = [(reading, self._whole_names_in(reading)) for reading in readings]
        apart = _stand_apart(self._findings)
        for reading, whole_names in taken:
            inside = _inside(reading.folded, whole_names) if apart else {}
            for layer in self._short_names:
                for phrase, start, stop in self._new(layer, reading):
                    if stop > inside.get(start, 0):
                        self._look_at(layer, reading, phrase, start, stop)
        return self._findings

    def _whole_names_in(self, reading: Reading) -> list[tuple[int, int]]:
        taken: list[tuple[int, int]] = []
        for layer in self._whole_names:
            for phrase, start, stop in self._new(layer, reading):
                end = self._look_at(layer, reading, phrase, start, stop)
                if end:
                    taken.append((start, end))
        return taken

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
        kind = layer.lexicon.kind(phrase)
        end = end_of_name(reading, kind, start, stop)
        if end < 0:
            return 0
        mister = kind is Kind.INITIAL_FAMILY and reading.folded[start + 1] == _MISTER
        people = layer.people(phrase, self._own_units if mister else None)
        if not people:
            return 0
        self._findings.append(Finding(*reading.span(start + 1, end), _FORMS[kind], people))
        return end


def _stand_apart(findings: list[Finding]) -> bool:
    # Where whole names overlap one of them will be left out, and a short name within
    # it must then be found on its own.
    places = sorted({(finding.start, finding.end) for finding in findings})
    return all(one[1] <= other[0] for one, other in pairwise(places))


def _inside(folded: bytes, taken: list[tuple[int, int]]) -> dict[int, int]:
    """
    Say, by where a short name starts, up to where it is in a whole one.
    """
    inside: dict[int, int] = {}
    for start, end in taken:
        word = folded.find(b" ", start + 1, end)
        inside[start] = word
        while word >= 0:
            inside[word] = end
            word = folded.find(b" ", word + 1, end)
    return inside
