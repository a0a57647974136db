"""
Keep the names of an organisation ready to be searched for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from service.decision.naming.layer import Layers, Phrases, changed, layers_of
from service.decision.naming.model import NameEntry
from service.decision.naming.spelling import Speller

_SCOPES_KEPT = 64


@dataclass(frozen=True, slots=True)
class NameIndex:
    """
    Hold every name of an organisation.

    Build with `NameIndex.build`.  The index never changes; what it remembers about
    units it was asked for only saves work, and changes with the names.
    """

    _layers: Layers = ()
    _scopes: dict[tuple[Phrases, frozenset[str]], Layers] = field(
        default_factory=dict, compare=False, repr=False
    )
    former: "NameIndex | None" = None
    """What people were called before: found where nobody is called so now."""

    @classmethod
    def build(cls, entries: Iterable[NameEntry], former: Iterable[NameEntry] = ()) -> "NameIndex":
        """
        Build from all entries; several may be of the same person.
        """
        layers, before = layers_of(entries, Speller.whole_names), tuple(former)
        return cls(layers, former=NameIndex.build(before) if before else None)

    def with_changes(
        self,
        entries: Iterable[NameEntry],
        removed_ids: Iterable[str] = (),
        former: Iterable[NameEntry] = (),
    ) -> "NameIndex":
        """
        Give the index without the people in *removed_ids*, then with *entries*.

        To change a name, remove the person and add all names that are to count.
        """
        added, gone = tuple(entries), frozenset(removed_ids)
        leaving = chain.from_iterable(layer.of_people(gone) for layer in self._layers)
        touched = frozenset[str]().union(*(entry.unit_ids for entry in chain(added, leaving)))
        scopes = {
            (phrases, units): layers
            if touched.isdisjoint(units)
            else changed(layers, _within(units, added), gone, phrases)
            for (phrases, units), layers in list(self._scopes.items())
        }
        before = self.former
        if before or former:
            before = (before or NameIndex()).with_changes(former, gone)
        return NameIndex(changed(self._layers, added, gone, Speller.whole_names), scopes, before)

    def __len__(self) -> int:
        """
        Count the entries.
        """
        return sum(1 for layer in self._layers for _ in layer.present())

    def entries(self, own_units: Iterable[str] | None = None) -> Iterator[NameEntry]:
        """
        Give every name, or those of who is in one of these units.
        """
        if own_units is None:
            return chain.from_iterable(layer.present() for layer in self._layers)
        units = frozenset(own_units)
        return chain.from_iterable(layer.of_units(units) for layer in self._layers)

    def names_of(self, person_ids: frozenset[str]) -> Iterator[NameEntry]:
        """
        Give every name of these people, also what they were called before.
        """
        before = self.former.layers() if self.former else ()
        return chain(_of(person_ids, self._layers), _of(person_ids, before))

    def of_people(self, person_ids: frozenset[str]) -> "NameIndex":
        """
        Give an index of these people alone.
        """
        before = self.former.layers() if self.former else ()
        return NameIndex.build(_of(person_ids, self._layers), _of(person_ids, before))

    def layers(self) -> Layers:
        """
        Give what to search for whole names all over the organisation.
        """
        return self._layers

    def short_names(self, own_units: frozenset[str]) -> Layers:
        """
        Give what to search for first names and the like within *own_units*.
        """
        return self._scope(Speller.short_names, own_units)

    def whole_names(self, own_units: frozenset[str]) -> Layers:
        """
        Give what to search for whole names within *own_units* only.
        """
        if all(layer.is_all_in(own_units) for layer in self._layers):
            return self._layers
        return self._scope(Speller.whole_names, own_units)

    def _scope(self, phrases: Phrases, own_units: frozenset[str]) -> Layers:
        scope = self._scopes.get((phrases, own_units))
        if scope is None:
            own = chain.from_iterable(layer.of_units(own_units) for layer in self._layers)
            scope = layers_of(own, phrases)
            while len(self._scopes) >= _SCOPES_KEPT:
                self._scopes.pop(next(iter(self._scopes)), None)
            self._scopes[phrases, own_units] = scope
        return scope


def _of(person_ids: frozenset[str], layers: Layers) -> Iterator[NameEntry]:
    for layer in layers:
        yield from layer.of_people(person_ids - layer.gone)


def _within(unit_ids: frozenset[str], entries: Iterable[NameEntry]) -> Iterator[NameEntry]:
    return (entry for entry in entries if not unit_ids.isdisjoint(entry.unit_ids))
