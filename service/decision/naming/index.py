"""
Keep the names of an organisation ready to be searched for.

A large layer at the bottom and ever smaller ones on top: a change builds a layer
of its own, and a layer swallows the one on top of it once that is a sixteenth of
its size.  So one change among 100,000 names costs no more than a few dozen names
to read again, and there are never more than a handful of layers to search.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from service.decision.naming.lexicon import Lexicon
from service.decision.naming.model import NameEntry
from service.decision.naming.spelling import Kind, Speller

_GROWTH = 16
_SCOPES_KEPT = 64

Phrases = Callable[[Speller, NameEntry], Iterator[tuple[Kind, bytes]]]


@dataclass(frozen=True, slots=True)
class Layer:
    """
    Hold entries with their lexicon, and who has meanwhile left.
    """

    entries: tuple[NameEntry, ...]
    lexicon: Lexicon
    by_unit: Mapping[str, Sequence[int]]
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
        by_unit: dict[str, list[int]] = {}
        for number, entry in enumerate(kept):
            for unit_id in entry.unit_ids:
                by_unit.setdefault(unit_id, []).append(number)
        return cls(kept, Lexicon.of(numbered), by_unit)

    def present(self) -> Iterator[NameEntry]:
        """
        Give the entries of those who have not left.
        """
        return (entry for entry in self.entries if entry.person_id not in self.gone)

    def of_units(self, unit_ids: frozenset[str]) -> Iterator[NameEntry]:
        """
        Give the entries of those who are in one of these units and have not left.
        """
        numbers = {number for unit_id in unit_ids for number in self.by_unit.get(unit_id, ())}
        entries = (self.entries[number] for number in sorted(numbers))
        return (entry for entry in entries if entry.person_id not in self.gone)

    def leaving(self, person_ids: frozenset[str]) -> list[NameEntry]:
        """
        Give the entries of these people that are still present.
        """
        return [
            entry
            for entry in self.entries
            if entry.person_id in person_ids and entry.person_id not in self.gone
        ]

    def without(self, person_ids: frozenset[str]) -> "Layer":
        """
        Give the layer without these people; the lexicon stays as it is.
        """
        return replace(self, gone=self.gone | person_ids) if person_ids else self

    def people(self, phrase: int, own_units: frozenset[str] | None = None) -> frozenset[str]:
        """
        Give who is meant by a phrase, optionally within *own_units* only.
        """
        entries = [self.entries[number] for number in self.lexicon.owners(phrase)]
        if own_units is not None:
            entries = [entry for entry in entries if not own_units.isdisjoint(entry.unit_ids)]
        people = frozenset([entry.person_id for entry in entries])
        return people - self.gone if self.gone else people


@dataclass(frozen=True, slots=True)
class NameIndex:
    """
    Hold every name of an organisation.

    Build with `NameIndex.build`.  The index never changes; what it remembers
    about units it was asked for is only to save work.
    """

    _layers: tuple[Layer, ...] = ()
    _scopes: dict[tuple[Phrases, frozenset[str]], Layer] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def build(cls, entries: Iterable[NameEntry]) -> "NameIndex":
        """
        Build from all entries; several may be of the same person.
        """
        kept = tuple(entries)
        return cls((Layer.of(kept, Speller.whole_names),) if kept else ())

    def with_changes(
        self, entries: Iterable[NameEntry], removed_ids: Iterable[str] = ()
    ) -> "NameIndex":
        """
        Give the index without the people in *removed_ids*, then with *entries*.

        To change a name, remove the person and add all names that are to count.
        """
        added, gone = tuple(entries), frozenset(removed_ids)
        touched = frozenset[str]().union(*(entry.unit_ids for entry in added))
        layers = list(self._layers)
        if gone:
            leaving = [entry for layer in layers for entry in layer.leaving(gone)]
            touched = touched.union(*(entry.unit_ids for entry in leaving))
            layers = [layer.without(frozenset(e.person_id for e in leaving)) for layer in layers]
        if added:
            layers.append(Layer.of(added, Speller.whole_names))
        scopes = {key: scope for key, scope in self._scopes.items() if touched.isdisjoint(key[1])}
        return NameIndex(tuple(_merged(layers)), scopes)

    def __len__(self) -> int:
        """
        Count the entries.
        """
        return sum(1 for _ in self.entries())

    def entries(self) -> Iterator[NameEntry]:
        """
        Give every entry.
        """
        return (entry for layer in self._layers for entry in layer.present())

    def layers(self) -> tuple[Layer, ...]:
        """
        Give what to search for whole names all over the organisation.
        """
        return self._layers

    def short_names(self, own_units: frozenset[str]) -> Layer:
        """
        Give what to search for first names and the like within *own_units*.
        """
        return self._scope(Speller.short_names, own_units)

    def whole_names(self, own_units: frozenset[str]) -> Layer:
        """
        Give what to search for whole names within *own_units* only.
        """
        return self._scope(Speller.whole_names, own_units)

    def _scope(self, phrases: Phrases, own_units: frozenset[str]) -> Layer:
        scope = self._scopes.get((phrases, own_units))
        if scope is None:
            own = [layer.of_units(own_units) for layer in self._layers]
            scope = Layer.of(chain.from_iterable(own), phrases)
            while len(self._scopes) >= _SCOPES_KEPT:
                self._scopes.pop(next(iter(self._scopes)), None)
            self._scopes[phrases, own_units] = scope
        return scope


def _merged(layers: Sequence[Layer]) -> list[Layer]:
    merged: list[Layer] = []
    for layer in layers:
        merged.append(layer)
        while len(merged) > 1 and len(merged[-2].entries) <= _GROWTH * len(merged[-1].entries):
            top, below = merged.pop(), merged.pop()
            both = (*below.present(), *top.present())
            merged.append(Layer.of(both, Speller.whole_names))
    if merged and 2 * len(merged[0].gone) > len(merged[0].entries):
        merged[0] = Layer.of(merged[0].present(), Speller.whole_names)
    return [layer for layer in merged if layer.entries]
