"""
Tell which records are one person, entered twice.

Somebody who knows both says so of a pair: two people, or one.  One is whoever is one
with one of them: of three records the first and the last are, where both are the
second.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum

from service.decision.ids import PersonId


class PairVerdict(StrEnum):
    """
    What was said of two records.
    """

    APART = "apart"
    """They are two people."""
    SAME = "same"
    """They are one person, entered twice."""


@dataclass(slots=True)
class Circles:
    """
    Put records together that belong together with some record.
    """

    _circle_of: dict[PersonId, set[PersonId]] = field(default_factory=dict)

    def join(self, people: Sequence[PersonId]) -> None:
        """
        Put some together, with whomever each belongs to already.
        """
        whole = self._circle_of.setdefault(people[0], {people[0]})
        for person_id in people[1:]:
            other = self._circle_of.get(person_id, {person_id})
            if other is whole:
                continue
            small, whole = sorted((other, whole), key=len)
            whole |= small
            self._circle_of.update(dict.fromkeys(small, whole))

    def of(self, person_id: PersonId) -> frozenset[PersonId]:
        """
        Give everybody who belongs to a record, itself too.
        """
        return frozenset(self._circle_of.get(person_id, {person_id}))

    @property
    def everybody(self) -> AbstractSet[PersonId]:
        """
        Give who was put together with anybody.
        """
        return self._circle_of.keys()

    def all(self) -> Iterator[set[PersonId]]:
        """
        Give each circle of two or more, once.
        """
        circles = {id(each): each for each in self._circle_of.values() if len(each) > 1}
        return iter(circles.values())


def circles_of(pairs: Iterable[tuple[PersonId, PersonId]]) -> Circles:
    """
    Put the records together that were said to be one, pair by pair.
    """
    circles = Circles()
    for pair in pairs:
        circles.join(pair)
    return circles
