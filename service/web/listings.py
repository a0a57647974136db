"""
Read a list to its end, where a page shows all of it.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from service.records.paging import Listing, Page, every
from service.usecases.caller import Caller

R = TypeVar("R")


def everything(verb: Callable[[Caller, Page], Listing[R]], caller: Caller) -> tuple[R, ...]:
    """
    Give all that a verb lists, where it is dozens, not thousands.
    """
    return tuple(every(partial(verb, caller)))
