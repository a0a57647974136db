"""
Tell whether somebody is in the register already.

Two records of one child are dangerous: the father's no stands on the one, a colleague
names the other in a photo, and the answer is `publish`.

Who looks like one person: the same whole name, however it is written, and born the same
day.  Where a birth date is unknown, the name alone says little in a large house: there it
takes a unit in common, or two people who are in none.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from service.decision.ids import PersonId
from service.decision.naming import Namesakes, whole_spellings
from service.decision.powers import Scope
from service.errors import PossibleDuplicate
from service.records.people import WHOLE_HOUSE, PersonRecord
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork


def spellings_of(person: PersonRecord) -> frozenset[str]:
    """
    Give every spelling of somebody's name, nicknames too.
    """
    return whole_spellings(person.given_name, person.family_name, person.aliases)


def unit_ids_of(person: PersonRecord) -> frozenset[str]:
    """
    Give the units somebody is or was in; of nobody's, the house.
    """
    return frozenset(each.unit_id for each in person.memberships) or frozenset({WHOLE_HOUSE})


def are_alike(one: PersonRecord, other: PersonRecord) -> bool:
    """
    Tell whether two records look like one person.
    """
    # The name last: to spell it in every way takes longest.
    return _may_be_one(one, other) and not spellings_of(one).isdisjoint(spellings_of(other))


def _may_be_one(one: PersonRecord, other: PersonRecord) -> bool:
    if one.born_on and other.born_on:
        return one.born_on == other.born_on
    return not unit_ids_of(one).isdisjoint(unit_ids_of(other))


class Duplicates:
    """
    Look for those who may be entered twice, within one transaction.

    Whoever is out of the caller's sight is not looked at: a child in hiding must not be
    found by trying names and birth dates (threat T2).
    """

    def __init__(self, work: UnitOfWork, caller: Caller) -> None:
        """
        Look for *caller*, as far as they may read people; read nothing yet.
        """
        self._work = work
        self._units = _sight(caller)
        self._written: dict[str, dict[PersonId, PersonRecord]] = {}

    def tell_apart(
        self, person: PersonRecord, before: PersonRecord | None = None, *, somebody_else: bool
    ) -> dict[str, bool]:
        """
        Pass whoever looks like nobody else, or is said to be somebody else.

        Whom they looked like *before* a change was settled then, and so is of whom it was
        said that they are another person, or the same one.

        Args:
            somebody_else: The caller says that it is.

        Returns:
            What the log says of it: nothing, where there was nobody to be mistaken for.

        Raises:
            PossibleDuplicate: Somebody in sight looks like the same person.
        """
        settled = frozenset(self._like(before)) if before else frozenset[PersonId]()
        found = sorted(frozenset(self._like(person)) - settled)
        if found and before:
            found = sorted(frozenset(found) - self._told_of(before.id))
        if found and not somebody_else:
            message = "Somebody who is registered looks like the same person."
            raise PossibleDuplicate(message, person_ids=tuple(found))
        return {"somebody_else": True} if found else {}

    def written(self, person: PersonRecord) -> None:
        """
        Remember somebody who was entered or changed in this transaction.
        """
        for spelling in spellings_of(person):
            self._written.setdefault(spelling, {})[person.id] = person

    def _told_of(self, person_id: PersonId) -> frozenset[PersonId]:
        told = self._work.pairs.standing_with([person_id])
        return frozenset(each for pair in told for each in (pair.person_id, pair.other_id))

    @cached_property
    def _known(self) -> Namesakes:
        # Once: after each change of its own a transaction would read all of them anew.
        return self._work.people.namesakes()

    def _like(self, person: PersonRecord) -> Iterator[PersonId]:
        return (each.id for each in self._namesakes(person) if are_alike(person, each))

    def _namesakes(self, person: PersonRecord) -> Iterable[PersonRecord]:
        spellings = spellings_of(person)
        known = self._known.find(spellings, self._units) if self._units else frozenset[str]()
        found = {each.id: each for each in self._work.people.among(sorted(map(PersonId, known)))}
        for spelling in spellings:
            found |= self._written.get(spelling, {})
        return (each for each in found.values() if each.id != person.id)


def _sight(caller: Caller) -> frozenset[str]:
    """
    Give the units in which the caller reads people, as names are kept.
    """
    if not caller.may(Scope.PEOPLE_READ):
        return frozenset()
    own = caller.narrowed(Scope.PEOPLE_READ).actor.unit_ids
    return frozenset({WHOLE_HOUSE}) if own is None else frozenset(own)
