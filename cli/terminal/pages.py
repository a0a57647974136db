"""
Walk lists to their end and print them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import click

from cli.terminal.door import Inside
from cli.terminal.output import emit, remark, say_whole, show_rows
from cli.terminal.waiting import waiting
from service.records.paging import MAX_PAGE, Listing, Page
from service.usecases.caller import Caller
from service.usecases.plain import plain

R = TypeVar("R")
EVERY_ONE = click.option(
    "--all", "every_one", is_flag=True, help=f"Every one, not only the latest {MAX_PAGE}."
)


def everything(
    list_page: Callable[[Caller, Page], Listing[R]],
    caller: Caller,
    filters: Mapping[str, str] | None = None,
) -> list[R]:
    """
    Give all records of a list, page after page.
    """
    found: list[R] = []
    page: Page | None = Page(limit=MAX_PAGE, filters=filters or {})
    with waiting("Reading"):
        while page is not None:
            listing = list_page(caller, page)
            found += listing.items
            after = listing.next_after
            page = Page(limit=MAX_PAGE, after=after, filters=page.filters) if after else None
    return found


def show_latest(
    inside: Inside,
    list_page: Callable[[Caller, Page], Listing[R]],
    row: Callable[[R], Mapping[str, object]],
    *,
    empty: str,
    every_one: bool,
    filters: Mapping[str, str] | None = None,
    as_plain: Callable[[R], object] = plain,
) -> None:
    """
    Print the latest records of a list that grows for ever, the newest last.

    A human is told that there are more; a program is given all of them.
    """
    if every_one or inside.json:
        found = everything(list_page, inside.caller, filters)
        show(inside, found, row, empty=empty, as_plain=as_plain)
        return
    with waiting("Reading"):
        latest = list_page(inside.caller, Page(MAX_PAGE, filters=filters or {}, newest_first=True))
    show(inside, latest.items[::-1], row, empty=empty)
    if latest.next_after is not None:
        remark(f"These are the latest {MAX_PAGE}; --all lists every one.")


def show(
    inside: Inside,
    records: Sequence[R],
    row: Callable[[R], Mapping[str, object]],
    *,
    empty: str,
    as_plain: Callable[[R], object] = plain,
) -> None:
    """
    Print records: all of them as JSON, or a table of what *row* picks.
    """
    if inside.json:
        emit([as_plain(each) for each in records])
    else:
        show_rows([row(each) for each in records], empty=empty)


def show_one(inside: Inside, record: R, *, as_plain: Callable[[R], object] = plain) -> None:
    """
    Print one record with everything it says.
    """
    values = as_plain(record)
    if inside.json:
        emit(values)
    else:
        show_rows([{"field": name, "value": value} for name, value in spread("", values)], empty="")


def spread(name: str, value: object) -> list[tuple[str, object]]:
    """
    Give the parts of a value by name, for a table of two columns.
    """
    if isinstance(value, Mapping) and value:
        return [
            part
            for key, each in value.items()
            for part in spread(f"{name}.{key}" if name else str(key), each)
        ]
    if isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
        return [
            part
            for number, each in enumerate(value, 1)
            for part in spread(f"{name}.{number}", each)
        ]
    return [(name, value)]


def local(inside: Inside, at: datetime | None) -> str | None:
    """
    Write an instant as the clocks of the organisation show it.
    """
    return f"{at.astimezone(inside.zone):%Y-%m-%d %H:%M}" if at else None


def chosen(**options: str | None) -> dict[str, str]:
    """
    Give the filters that were asked for.
    """
    return {name: value for name, value in options.items() if value}


def made(inside: Inside, new_id: str, word: str, **more: object) -> None:
    """
    Say that something was recorded, and under which id.
    """
    if inside.json:
        emit({"id": new_id, **more})
    else:
        say_whole(f"{word}: {new_id}")
