"""
Say what most queries say: whose rows, which version, which page.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    func,
    literal,
    select,
)

from service.errors import InvalidInput
from service.persistence.schema.instants import FOREVER, Instant
from service.persistence.statements import Prepared, Row
from service.persistence.transaction import Transaction
from service.records.paging import MAX_PAGE, Page

BEYOND_EVERY_ID = "z"
"""Sorts after every id, whose letters end with f, on both engines."""
KNOWN_AT = bindparam("known_at", type_=Instant())


def mine(table: Table, *columns: str) -> ColumnElement[bool]:
    """
    Keep to the organisation's rows, and to those with given *columns*.
    """
    asked = ("organisation_id", *columns)
    return and_(*(table.c[each] == bindparam(each, type_=table.c[each].type) for each in asked))


def is_latest(table: Table) -> ColumnElement[bool]:
    """
    Keep to the last version recorded up to the parameter `known_at`.
    """
    newer = table.alias()
    last = select(func.max(newer.c.version)).where(
        newer.c.organisation_id == table.c.organisation_id,
        newer.c.id == table.c.id,
        newer.c.recorded_at <= KNOWN_AT,
    )
    return table.c.version == last.scalar_subquery()


def equals(column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
    """
    Keep to rows whose *column* is what the parameter says.
    """
    return column == bindparam(parameter, type_=column.type)


def lists(column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
    """
    Keep to rows whose listed identifiers contain the one that is given.
    """
    # Not LIKE: in it the underscore of an identifier would mean any character.
    one = literal("|", Text) + bindparam(parameter, type_=Text()) + literal("|", Text)
    return func.replace(column, one, "") != column


def listed_in(column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
    """
    Keep to rows whose *column* is one of the identifiers listed: `|a|b|`.
    """
    # Not LIKE, as above.
    given = bindparam(parameter, type_=Text())
    return func.replace(given, literal("|", Text) + column + literal("|", Text), "") != given


class Pages:
    """
    Prepare one query a set of filters: a page of rows after a cursor.
    """

    __slots__ = ("_base", "_cursor", "_filters", "_prepared")

    def __init__(
        self,
        base: Select[Any],
        cursor: ColumnElement[str],
        filters: Mapping[str, ColumnElement[bool]],
    ) -> None:
        """
        Take the query of all rows, whose first column is the *cursor*.

        Args:
            filters: For each filter its condition, whose parameter has its name.
        """
        self._base = base
        self._cursor = cursor
        self._filters = filters
        self._prepared: dict[tuple[frozenset[str], bool], Prepared] = {}

    def read(self, transaction: Transaction, page: Page) -> tuple[list[Row], str | None]:
        """
        Give the rows of *page*, and the cursor of the next one.

        Raises:
            InvalidInput: A filter is not one of ours.
        """
        limit = max(1, min(page.limit, MAX_PAGE))
        rows = transaction.all(
            self._for(frozenset(page.filters), newest_first=page.newest_first),
            **page.filters,
            after=page.after or (BEYOND_EVERY_ID if page.newest_first else ""),
            limit=limit + 1,
            known_at=page.known_at or FOREVER,
        )
        return rows[:limit], str(rows[limit - 1][0]) if len(rows) > limit else None

    def _for(self, names: frozenset[str], *, newest_first: bool) -> Prepared:
        key = (names, newest_first)
        found = self._prepared.get(key)
        if found is None:
            found = self._prepared[key] = Prepared(self._query(names, newest_first=newest_first))
        return found

    def _query(self, names: frozenset[str], *, newest_first: bool) -> Select[Any]:
        for name in sorted(names - self._filters.keys()):
            raise InvalidInput("This list cannot be filtered by that.", field=name)
        after = bindparam("after", type_=Text())
        return (
            self._base.where(
                self._cursor < after if newest_first else self._cursor > after,
                *(self._filters[name] for name in sorted(names)),
            )
            .order_by(self._cursor.desc() if newest_first else self._cursor)
            .limit(bindparam("limit", type_=Integer()))
        )
