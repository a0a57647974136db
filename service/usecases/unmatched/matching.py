"""
Say who may be meant by a name and a day of birth.
"""

from collections.abc import Iterator
from dataclasses import replace

from service.decision.ids import PersonId, SignatoryId
from service.decision.naming.normalise import words_of
from service.decision.terms import Capacity
from service.records.paging import MAX_PAGE, Page
from service.records.people import PersonRecord
from service.records.unmatched import NamedPerson
from service.usecases.people.likeness import likeness
from service.usecases.ports.work import UnitOfWork

NEAR = 76
"""Two mistakes in each word; nearer is somebody who may be meant."""
_IN_PART = 10
"""How much less near somebody is who has only some of the names."""
_PARTICLE = 3
"""Letters of `van` or `des`, which alone are nobody's name."""


def candidates(work: UnitOfWork, named: NamedPerson) -> list[PersonRecord]:
    """
    Give everybody in the organisation who may be meant, the nearest first.

    Papers bear names that a register leaves out: a second given name, half of a double
    family name.  Families sign with a name from before, too.  Whose day of birth is another
    one is not meant, unless the very name is.
    """
    former = _former_names(work)
    near = []
    for each in _everybody(work):
        called = (each, *(_called(each, *name) for name in former.get(each.id, ())))
        rate = max((_rated(named, one) for one in called if _may_be(named, one)), default=0)
        if rate >= NEAR:
            near.append((rate, each))
    near.sort(key=lambda item: (-item[0], item[1].id))
    return [each for _, each in near]


def may_mean(named: NamedPerson, person: PersonRecord) -> bool:
    """
    Tell whether somebody is among those who may be meant.
    """
    return _may_be(named, person) and _rated(named, person) >= NEAR


def certain(named: NamedPerson, among: list[PersonRecord]) -> PersonRecord | None:
    """
    Give the only one who is called so and was born that day.

    Nobody, as soon as somebody else has the name.
    """
    same = [each for each in among if is_called(named, each.given_name, each.family_name)]
    if named.born_on is None or len(same) != 1 or same[0].born_on != named.born_on:
        return None
    return same[0]


def signer_of(
    work: UnitOfWork, person_id: PersonId, capacity: Capacity, named: NamedPerson | None
) -> SignatoryId | None:
    """
    Give who answers for a person under that name, if it can only be one.
    """
    if named is None:
        return SignatoryId(person_id) if capacity is Capacity.SELF else None
    holders = {each.authority.signatory_id for each in work.authorities.list_of(person_id)}
    found = [
        each
        for each in holders
        if (one := work.signatories.find(each) or work.people.find(each)) is not None
        and is_called(named, one.given_name, one.family_name)
    ]
    return found[0] if len(found) == 1 else None


def is_called(named: NamedPerson, given_name: str, family_name: str) -> bool:
    """
    Tell whether a name is the very name, accents and capitals aside.
    """
    asked = (words_of(named.given_name), words_of(named.family_name))
    return asked == (words_of(given_name), words_of(family_name))


def _rated(named: NamedPerson, person: PersonRecord) -> int:
    """
    Rate a person for a name, or for one of the given and family names in it.
    """
    given_names = named.given_name.split() or [""]
    halves = [each for each in words_of(named.family_name) if len(each) > _PARTICLE]
    parts = (
        likeness(f"{given} {family}", person) - _IN_PART
        for given in given_names
        for family in (named.family_name, *halves)
    )
    return max(likeness(named.full_name, person), *parts)


def _may_be(named: NamedPerson, person: PersonRecord) -> bool:
    known = {named.born_on, person.born_on} - {None}
    return len(known) < 2 or is_called(named, person.given_name, person.family_name)  # noqa: PLR2004  # two days contradict


def _former_names(work: UnitOfWork) -> dict[str, list[tuple[str, str]]]:
    """
    Give what people were called before.
    """
    index = work.people.name_index().former
    names: dict[str, list[tuple[str, str]]] = {}
    for each in index.entries() if index is not None else ():
        names.setdefault(each.person_id, []).append((each.given, each.family))
    return names


def _called(person: PersonRecord, given_name: str, family_name: str) -> PersonRecord:
    return replace(person, given_name=given_name, family_name=family_name)


def _everybody(work: UnitOfWork) -> Iterator[PersonRecord]:
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = work.people.list_page(page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None
