"""
List who may be entered twice.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.decision.twins import Circles, PairVerdict
from service.records.people import PersonRecord, pair_id
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.duplicates import are_alike, spellings_of, unit_ids_of
from service.usecases.people.search_people import by_name, in_sight


@dataclass(frozen=True, slots=True)
class Alike:
    """
    Records that look like those of one person.
    """

    people: tuple[PersonRecord, ...]
    verdict: PairVerdict | None = None
    """What was said of them; only ever of two."""

    @property
    def pairs(self) -> tuple["Alike", ...]:
        """
        Give them two by two, without those who look like two people.
        """
        return tuple(
            Alike(pair, self.verdict) for pair in combinations(self.people, 2) if are_alike(*pair)
        )


@dataclass(frozen=True, slots=True)
class ListDuplicates:
    """
    List who may be entered twice.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> tuple[Alike, ...]:
        """
        Give those in sight who look like one person, together, by name.

        Not two who were told apart.  As soon as anything was said of two of more, they
        come two by two.  Who is one person stays until one of the records is erased.

        Whoever enters people of one unit is not told of those in another; so whoever
        sees the whole house looks here.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            told = {each.id: each.verdict for each in work.pairs.standing()}
            found = together(in_sight(work, caller))
        return tuple(each for circle in found for each in _left(circle, told))


def _left(circle: tuple[PersonRecord, ...], told: Mapping[str, PairVerdict]) -> Iterator[Alike]:
    """
    Give what is left to look at of some who look alike.
    """
    pairs = [
        Alike(each.people, told.get(pair_id(*(one.id for one in each.people))))
        for each in (Alike(circle).pairs if told else ())
    ]
    if any(each.verdict for each in pairs):
        yield from (each for each in pairs if each.verdict is not PairVerdict.APART)
    else:
        yield Alike(circle)


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
    circles = Circles()
    for each in namesakes.values():
        for same in _alike(each):
            circles.join([one.id for one in same])
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
