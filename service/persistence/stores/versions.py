"""
Keep records that change by writing a whole new version.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Select, Table, bindparam, func, select

from service.decision.ids import ActorId
from service.errors import Conflict, NotFound
from service.persistence.documents import document_of, reader
from service.persistence.queries import KNOWN_AT, Pages, is_latest, mine
from service.persistence.schema.instants import FOREVER, Instant
from service.persistence.schema.organisations import unique_names
from service.persistence.statements import Prepared, inserting
from service.persistence.stores.unique_names import claim
from service.persistence.transaction import Transaction
from service.records.paging import Listing, Page, Versioned

REGISTER = "register"
"""The lock under which everything is written that the rules read."""


class Identified(Protocol):
    """
    Something with an identifier.
    """

    @property
    def id(self) -> str:
        """
        Give the identifier.
        """
        ...


R = TypeVar("R", bound=Identified)


class Kind(Generic[R]):
    """
    One kind of versioned record: its statements, prepared once.
    """

    def __init__(
        self,
        table: Table,
        record: type[R],
        columns: Callable[[R], Mapping[str, str | None]],
        *,
        names: Callable[[R], Mapping[str, str]] = lambda _: {},
        filters: Mapping[str, ColumnElement[bool]] | None = None,
    ) -> None:
        """
        Say how a *record* fills its row in *table*.

        Args:
            table: Made by `versioned`.

            record: The class of the record.

            columns: Gives what the filter columns hold.

            names: Gives the names that must be unique, by kind of name.

            filters: What a page can be filtered by.
        """
        self.word = table.name
        self.decode = reader(record).decode
        self.columns = columns
        self.names = names
        document = select(table.c.version, table.c.document)
        last = table.c.version.desc()
        self.insert = inserting(table)
        self.last_version = Prepared(select(func.max(table.c.version)).where(mine(table, "id")))
        self.latest = Prepared(
            document.where(mine(table, "id"), table.c.recorded_at <= KNOWN_AT)
            .order_by(last)
            .limit(1)
        )
        self.named = Prepared(
            document.join(
                unique_names,
                (unique_names.c.organisation_id == table.c.organisation_id)
                & (unique_names.c.record_id == table.c.id),
            )
            .where(mine(unique_names, "kind", "name"))
            .order_by(last)
            .limit(1)
        )
        self.history = Prepared(
            select(table.c.document, table.c.version, table.c.recorded_at, table.c.recorded_by)
            .where(mine(table, "id"))
            .order_by(table.c.version)
        )
        self.since = Prepared(
            select(table.c.document, table.c.version, table.c.recorded_at, table.c.recorded_by)
            .where(mine(table), table.c.recorded_at > bindparam("since", type_=Instant()))
            .order_by(table.c.recorded_at, table.c.id)
        )
        self.all_latest = Prepared(
            select(table.c.document, table.c.version, table.c.recorded_at, table.c.recorded_by)
            .where(mine(table), is_latest(table))
            .order_by(table.c.id)
        )
        self.everything = _latest_of(table)
        self.pages = Pages(self.everything, table.c.id, filters or {})

    def where(self, condition: ColumnElement[bool]) -> Prepared:
        """
        Prepare giving the latest versions that meet *condition*.
        """
        return Prepared(self.everything.where(condition).order_by("id"))


def _latest_of(table: Table) -> Select[tuple[str, str]]:
    return select(table.c.id, table.c.document).where(mine(table), is_latest(table))


class SqlVersions(Generic[R]):
    """
    The records of one kind in one transaction.
    """

    kind: Kind[R]

    def __init__(self, transaction: Transaction, kind: Kind[R]) -> None:
        """
        Work in *transaction*.
        """
        self.transaction = transaction
        self.kind = kind
        self._seen: dict[str, int] = {}

    def add(self, record: R, at: datetime, by: ActorId) -> int:
        """
        Write the next version of *record* and give its number, from 1.

        Raises:
            Conflict: Somebody else wrote a version since this transaction read one.
            AlreadyExists: Another record has a name that must be unique.
        """
        self.transaction.lock(REGISTER)
        before = self.transaction.number(self.kind.last_version, id=record.id)
        if self._seen.get(record.id, before) != before:
            raise Conflict("Somebody else changed this meanwhile; look again.")
        claim(self.transaction, record.id, self.kind.names(record))
        self.transaction.run(
            self.kind.insert,
            id=record.id,
            version=before + 1,
            recorded_at=at,
            recorded_by=by,
            document=document_of(record),
            **self.kind.columns(record),
            **self.computed(record, at, before),
        )
        self._seen[record.id] = before + 1
        return before + 1

    def computed(self, record: R, at: datetime, before: int) -> Mapping[str, str]:
        """
        Give columns that also depend on the version *before*; usually none.
        """
        del record, at, before
        return {}

    def get(self, record_id: str, known_at: datetime | None = None) -> R:
        """
        Give the latest version recorded up to *known_at*.

        Raises:
            NotFound: This organisation has no such record (or had not then).
        """
        found = self.find(record_id, known_at)
        if found is None:
            raise NotFound(f"There is no such record in {self.kind.word}.")
        return found

    def find(self, record_id: str, known_at: datetime | None = None) -> R | None:
        """
        Give the latest version, or None.
        """
        row = self.transaction.first(self.kind.latest, id=record_id, known_at=known_at or FOREVER)
        if known_at is None:
            self._seen[record_id] = row[0] if row else 0
        return self.kind.decode(row[1]) if row else None

    def list_page(self, page: Page) -> Listing[R]:
        """
        Give one page, by id.
        """
        rows, next_after = self.kind.pages.read(self.transaction, page)
        return Listing(tuple(self.kind.decode(row[1]) for row in rows), next_after)

    def history(self, record_id: str) -> Sequence[Versioned[R]]:
        """
        Give every version, oldest first.
        """
        rows = self.transaction.all(self.kind.history, id=record_id)
        return [Versioned(self.kind.decode(row[0]), *row[1:]) for row in rows]

    def list_latest(self, known_at: datetime | None = None) -> Sequence[Versioned[R]]:
        """
        Give the latest version of each: what, when and through whom.

        With *known_at* the latest recorded up to then.
        """
        rows = self.transaction.all(self.kind.all_latest, known_at=known_at or FOREVER)
        return [Versioned(self.kind.decode(row[0]), *row[1:]) for row in rows]

    def changed_since(self, at: datetime) -> Sequence[Versioned[R]]:
        """
        Give every version recorded after an instant, oldest first.
        """
        rows = self.transaction.all(self.kind.since, since=at)
        return [Versioned(self.kind.decode(row[0]), *row[1:]) for row in rows]

    def named(self, name_kind: str, name: str) -> R | None:
        """
        Find the record that has a unique name now.
        """
        row = self.transaction.first(self.kind.named, kind=name_kind, name=name)
        return self.kind.decode(row[1]) if row else None

    def listed(self, prepared: Prepared, **parameters: str) -> list[R]:
        """
        Give the latest versions that a query of this kind finds.
        """
        rows = self.transaction.all(prepared, **parameters, known_at=FOREVER)
        return [self.kind.decode(row[1]) for row in rows]
