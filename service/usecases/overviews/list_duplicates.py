"""
List who may be entered twice.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.duplicates import spellings_of, unit_ids_of
from service.usecases.people.search_people import by_name, in_sight


@dataclass(frozen=True, slots=True)
class ListDuplicates:
    """
    List who may be entered twice.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> tuple[tuple[PersonRecord, ...], ...]:
        """
        Give those in sight who look like one person, together, by name.

        Whoever enters people of one unit is not told of those in another; so whoever
        sees the whole house looks here.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return together(in_sight(work, caller))


def together(people: Iterable[PersonRecord]) -> tuple[tuple[PersonRecord, ...], ...]:
    """
    Give those who look like one person, as `are_alike` tells it of two.

    Nobody is compared with everybody: who has the same key is put together.  Somebody
    without a birth date may be either of two who have one, so all three are.
    """
    known: dict[PersonId, PersonRecord] = {}
    namesakes: dict[str, list[PersonRecord]] = {}
    for person in people:
        known[person.id] = person
        for spelling in spellings_of(person):
            namesakes.setdefault(spelling, []).append(person)
    circles = _Circles()
    for each in namesakes.values():
        for same in _alike(each):
            circles.join(same)
    found = (sorted((known[each] for each in circle), key=by_name) for circle in circles.all())
    return tuple(tuple(each) for each in sorted(found, key=lambda circle: by_name(circle[0])))


def _alike(namesakes: Sequence[PersonRecord]) -> Iterator[Sequence[PersonRecord]]:
    """
    Give those among namesakes who were born the same day, or may have been.
    """
    if len(namesakes) == 1:
        return
    born: dict[Hashable, list[PersonRecord]] = {}
    beside: dict[str, list[PersonRecord]] = {}
    for person in namesakes:
        if person.born_on:
            born.setdefault(person.born_on, []).append(person)
        for unit_id in unit_ids_of(person):
            beside.setdefault(unit_id, []).append(person)
    yield from born.values()
    yield from (each for each in beside.values() if any(one.born_on is None for one in each))


@dataclass(slots=True)
class _Circles:
    """
    Put people together who belong together with somebody.
    """

    _circle_of: dict[PersonId, set[PersonId]] = field(default_factory=dict)

    def join(self, people: Sequence[PersonRecord]) -> None:
        whole = self._circle_of.setdefault(people[0].id, {people[0].id})
        for person in people[1:]:
            other = self._circle_of.get(person.id, {person.id})
            if other is whole:
                continue
            small, whole = sorted((other, whole), key=len)
            whole |= small
            self._circle_of.update(dict.fromkeys(small, whole))

    def all(self) -> Iterator[set[PersonId]]:
        """
        Give each circle of two or more, once.
        """
        circles = {id(each): each for each in self._circle_of.values() if len(each) > 1}
        return iter(circles.values())
