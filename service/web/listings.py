"""
Read a list to its end, where a page shows all of it.
"""

from collections.abc import Callable
from typing import TypeVar

from service.records.paging import MAX_PAGE, Listing, Page
from service.usecases.caller import Caller

R = TypeVar("R")


def everything(verb: Callable[[Caller, Page], Listing[R]], caller: Caller) -> tuple[R, ...]:
    """
    Give all that a verb lists, where it is dozens, not thousands.
    """
    found: tuple[R, ...] = ()
    after: str | None = None
    while True:
        listing = verb(caller, Page(limit=MAX_PAGE, after=after))
        found += listing.items
        after = listing.next_after
        if after is None:
            return found
