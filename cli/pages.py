"""
Walk lists to their end and print them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from cli.door import Inside
from cli.output import emit, show_rows
from service.records.paging import MAX_PAGE, Listing, Page
from service.usecases.caller import Caller
from service.usecases.plain import plain

R = TypeVar("R")


def everything(
    list_page: Callable[[Caller, Page], Listing[R]], caller: Caller, filters: Mapping[str, str]
) -> list[R]:
    """
    Give all records of a list, page after page.
    """
    found: list[R] = []
    after: str | None = None
    while True:
        listing = list_page(caller, Page(limit=MAX_PAGE, after=after, filters=filters))
        found += listing.items
        after = listing.next_after
        if after is None:
            return found


def show(
    inside: Inside, rows: Sequence[Mapping[str, Any]], headings: Mapping[str, str], empty: str
) -> None:
    """
    Print rows as JSON or as a table.
    """
    if inside.json:
        emit(rows)
    else:
        show_rows(rows, headings, empty=empty)


def show_one(inside: Inside, record: object) -> None:
    """
    Print one record with everything it says.
    """
    values = plain(record)
    if inside.json or not isinstance(values, dict):
        emit(values)
        return
    rows = [{"field": name, "value": value} for name, value in values.items()]
    show_rows(rows, {"field": "field", "value": "value"}, empty="")


def chosen(**options: str | None) -> dict[str, str]:
    """
    Give the filters that were asked for.
    """
    return {name: value for name, value in options.items() if value}
