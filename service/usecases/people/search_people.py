"""
Search people by name, forgiving how it is spelled.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.decision.terms import Category
from service.errors import InvalidInput
from service.records.paging import MAX_PAGE, Page
from service.records.people import PersonRecord
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.likeness import likeness
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen
from service.usecases.sight.units import is_unit_seen


@dataclass(frozen=True, slots=True)
class PeopleSought:
    """
    Whom somebody looks for; with no name, everybody by name.
    """

    name: str = ""
    unit_id: UnitId | None = None
    category: Category | None = None
    limit: int = 50
    start: int = 0


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """
    Some of those who were found, and how many there are.
    """

    items: tuple[PersonRecord, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SearchPeople:
    """
    Search people by name.
    """

    desk: Desk

    def __call__(self, caller: Caller, sought: PeopleSought) -> PeopleFound:
        """
        Give those whose names are nearest, the nearest first; of the caller's units only.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
            InvalidInput: What was typed is no text, or the unit is not the caller's.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        name = text.line(sought.name, "name", required=False)
        if not is_unit_seen(caller, sought.unit_id):
            raise InvalidInput("There is no such unit.", field="unit_id")
        with self.desk.database.look(caller.organisation_id) as work:
            rated = [(likeness(name, each), each) for each in in_sight(work, caller, sought)]
        found = [(rate, each) for rate, each in rated if rate]
        found.sort(key=lambda pair: (-pair[0], *by_name(pair[1])))
        shown = found[sought.start : sought.start + max(1, min(sought.limit, MAX_PAGE))]
        return PeopleFound(tuple(each for _, each in shown), len(found))


def by_name(person: PersonRecord) -> tuple[str, str, str]:
    """
    Order people as lists of names are.
    """
    return person.family_name.casefold(), person.given_name.casefold(), person.id


def in_sight(
    work: UnitOfWork, caller: Caller, sought: PeopleSought | None = None
) -> Iterator[PersonRecord]:
    """
    Walk everybody the caller may see, of one unit or category if so asked.
    """
    asked = sought or PeopleSought()
    own = caller.actor.unit_ids if asked.unit_id is None else frozenset({asked.unit_id})
    filters = {"category": asked.category.value} if asked.category else {}
    seen: set[str] = set()
    for unit_id in [None] if own is None else sorted(own):
        unit = {} if unit_id is None else {"unit_id": str(unit_id)}
        for person in _all(work, Page(limit=MAX_PAGE, filters=filters | unit)):
            if person.id not in seen and is_seen(caller, person):
                seen.add(person.id)
                yield person


def _all(work: UnitOfWork, first: Page) -> Iterator[PersonRecord]:
    """
    Walk every page of a list.
    """
    page: Page | None = first
    while page is not None:
        listing = work.people.list_page(page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None
