"""
Read days, choices and names out of forms.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from litestar import Request

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.errors import InvalidInput, NotFound
from service.records.organisation import Unit
from service.records.paging import MAX_PAGE, Listing, Page
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.sight.units import is_unit_seen
from service.web.fields import Fields

E = TypeVar("E", bound=Enum)
R = TypeVar("R")


def reader_of(request: Request[Any, Caller, Any]) -> Caller:
    """
    Give who asks, as far as they may read people.

    Raises:
        NotAllowed: They may read nobody.
    """
    return request.auth.narrowed(Scope.PEOPLE_READ)


def writer_of(request: Request[Any, Caller, Any]) -> Caller:
    """
    Give who asks, as far as they may write down who people are.

    Raises:
        NotAllowed: They may not.
    """
    return request.auth.narrowed(Scope.PEOPLE_WRITE)


def day(fields: Fields, name: str) -> date | None:
    """
    Read a day; left empty, there is none.

    Raises:
        InvalidInput: It is no day.
    """
    try:
        return date.fromisoformat(fields[name]) if fields[name] else None
    except ValueError:
        raise InvalidInput("This is no date.", field=name) from None


def chosen(kind: type[E], text: str, name: str) -> E:
    """
    Read one of several words.

    Raises:
        InvalidInput: It is none of them.
    """
    try:
        return kind(text)
    except ValueError:
        raise InvalidInput("Choose one of the list.", field=name) from None


def units_in_sight(registry: Registry, caller: Caller) -> dict[UnitId, Unit]:
    """
    Give the units that somebody sees, by name.
    """
    if Scope.CHANNELS_READ not in caller.actor.scopes:
        return {}
    units = [
        each for each in all_of(registry.units.list_units, caller) if is_unit_seen(caller, each.id)
    ]
    return {each.id: each for each in sorted(units, key=lambda each: each.name.casefold())}


def all_of(
    verb: Callable[[Caller, Page], Listing[R]], caller: Caller, **filters: str
) -> Iterator[R]:
    """
    Walk everything that a verb lists.
    """
    page: Page | None = Page(limit=MAX_PAGE, filters=filters)
    while page is not None:
        listing = verb(caller, page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None


def the_one(records: Iterable[R], is_it: Callable[[R], bool]) -> R:
    """
    Give the record that an address names, among those of one person.

    Raises:
        NotFound: There is none: an address was made up, or is of somebody else.
    """
    for each in records:
        if is_it(each):
            return each
    raise NotFound("There is no such record.")
