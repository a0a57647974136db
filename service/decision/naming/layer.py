"""
Keep names in layers, a large one below and ever smaller ones on top.

A change builds a layer of its own, and a layer swallows the one on top of it once
that is a sixteenth of its size.  So one change among 100,000 names costs no more
than a few dozen names to read again, and there are never more than a handful of
layers to search.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.decision.naming.lexicon import Lexicon, Owners, numbers_of, with_owner
from service.decision.naming.model import NameEntry
from service.decision.naming.spelling import Kind, Speller

Phrases = Callable[[Speller, NameEntry], Iterator[tuple[Kind, bytes]]]

_GROWTH = 16
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Layer:
    """
    Hold entries with their lexicon, and who has meanwhile left.
    """

    entries: tuple[NameEntry, ...]
    lexicon: Lexicon
    _by_person: Mapping[str, Owners]
    _by_unit: Mapping[str, Sequence[int]]
    gone: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[NameEntry], phrases: Phrases) -> "Layer":
        """
        Build from *entries*, each written in the ways that *phrases* gives.
        """
        kept = tuple(entries)
        speller = Speller()
        numbered = (
            (kind, phrase, number)
            for number, entry in enumerate(kept)
            for kind, phrase in phrases(speller, entry)
        )
        lexicon = Lexicon.of(numbered)
        by_person: dict[str, Owners] = {}
        by_unit: dict[str, list[int]] = {}
        for number, entry in enumerate(kept):
            with_owner(by_person, entry.person_id, number)
            for unit_id in entry.unit_ids:
                by_unit.setdefault(unit_id, []).append(number)
        return cls(kept, lexicon, by_person, by_unit)

    def present(self) -> Iterator[NameEntry]:
        """
        Give the entries of those who have not left.
        """
        return (entry for entry in self.entries if entry.person_id not in self.gone)

    def of_units(self, unit_ids: frozenset[str]) -> Iterator[NameEntry]:
        """
        Give the entries of who is in one of these units and has not left.
        """
        numbers = {number for unit_id in unit_ids for number in self._by_unit.get(unit_id, ())}
        entries = (self.entries[number] for number in sorted(numbers))
        return (entry for entry in entries if entry.person_id not in self.gone)

    def is_all_in(self, unit_ids: frozenset[str]) -> bool:
        """
        Tell whether one of these units holds everybody.
        """
        sizes = (len(self._by_unit.get(unit_id, ())) for unit_id in unit_ids)
        return len(self.entries) in sizes

    def of_people(self, person_ids: frozenset[str]) -> list[NameEntry]:
        """
        Give the entries of these people, present or not.
        """
        known = (self._by_person[each] for each in person_ids if each in self._by_person)
        return [self.entries[number] for numbers in known for number in numbers_of(numbers)]

    def without(self, person_ids: frozenset[str]) -> "Layer":
        """
        Give the layer without these people; the lexicon stays as it is.
        """
        leaving = frozenset(each for each in person_ids if each in self._by_person)
        return replace(self, gone=self.gone | leaving) if leaving else self

    def people(self, phrase: int, own_units: frozenset[str] | None = None) -> frozenset[str]:
        """
        Give who is meant by a phrase, optionally within *own_units* only.
        """
        owners = self.lexicon.owners[phrase]
        if isinstance(owners, int) and own_units is None:
            alone = self.entries[owners].person_id
            return _NOBODY if alone in self.gone else frozenset((alone,))
        entries = [self.entries[number] for number in numbers_of(owners)]
        if own_units is not None:
            entries = [entry for entry in entries if not own_units.isdisjoint(entry.unit_ids)]
        people = frozenset([entry.person_id for entry in entries])
        return people - self.gone if self.gone else people


Layers = tuple[Layer, ...]


def layers_of(entries: Iterable[NameEntry], phrases: Phrases) -> Layers:
    """
    Build one layer of all *entries*, or none of nobody.
    """
    kept = tuple(entries)
    return (Layer.of(kept, phrases),) if kept else ()


def changed(
    layers: Layers, added: Iterable[NameEntry], gone: frozenset[str], phrases: Phrases
) -> Layers:
    """
    Give *layers* without the people *gone*, then with the entries *added*.
    """
    merged: list[Layer] = []
    for layer in (*(each.without(gone) for each in layers), *layers_of(added, phrases)):
        merged.append(layer)
        while len(merged) > 1 and len(merged[-2].entries) <= _GROWTH * len(merged[-1].entries):
            top, below = merged.pop(), merged.pop()
            merged += layers_of((*below.present(), *top.present()), phrases)
    return tuple(merged)
