"""
Hold how lists are asked for and answered: by cursor, never by offset.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Generic, TypeVar

R = TypeVar("R")

MAX_PAGE = 200
CURSOR_PATTERN = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
"""Of the id that a page of a list ended with, as all ids of ours are written."""
_CURSOR = re.compile(CURSOR_PATTERN)


@dataclass(frozen=True, slots=True)
class Page:
    """
    Ask for at most *limit* records whose id comes after *after*.

    Ids are ordered by creation, so the oldest come first: whoever copies a list misses
    nothing that is added meanwhile.  People who look want the newest.  `filters` are
    column names of the store and the value they must have.
    """

    limit: int = 50
    after: str | None = None
    known_at: datetime | None = None
    filters: Mapping[str, str] = field(default_factory=dict)
    newest_first: bool = False
    """Then *after* is the last that was seen, and what is older follows."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[R]):
    """
    One page of records and the cursor of the next, if there is one.
    """

    items: tuple[R, ...]
    next_after: str | None


def is_cursor(text: str) -> bool:
    """
    Tell whether a list could ever have given this as its `next`.

    The record it names may be gone since: what follows is still there.
    """
    return _CURSOR.fullmatch(text) is not None


def every(
    read: Callable[[Page], Listing[R]], known_at: datetime | None = None, **filters: str
) -> Iterator[R]:
    """
    Give every record of a list, the oldest first, page by page.
    """
    page = Page(limit=MAX_PAGE, known_at=known_at, filters=filters)
    while True:
        listing = read(page)
        yield from listing.items
        if listing.next_after is None:
            return
        page = replace(page, after=listing.next_after)


@dataclass(frozen=True, slots=True)
class Versioned(Generic[R]):
    """
    One version of a record: what was learned, when and through whom.
    """

    record: R
    version: int
    recorded_at: datetime
    recorded_by: str
