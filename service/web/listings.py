"""
Read a list to its end where a page shows all of it, or a page of it.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from service.records.paging import Listing, Page, every, is_cursor
from service.usecases.caller import Caller

R = TypeVar("R")


def cursor(text: str | None) -> str | None:
    """
    Read after what a page goes on; nonsense starts from the first.
    """
    return text if text and is_cursor(text) else None


def everything(verb: Callable[[Caller, Page], Listing[R]], caller: Caller) -> tuple[R, ...]:
    """
    Give all that a verb lists, where it is dozens, not thousands.
    """
    return tuple(every(partial(verb, caller)))
