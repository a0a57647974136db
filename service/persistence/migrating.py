"""
Give migrations their columns, keys and tables.

A migration that ran must stay what it was: nothing here changes its meaning once it is
released.  What is needed differently later gets a new function.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

INSTANT = sa.TIMESTAMP(timezone=True).with_variant(sa.Text(), "sqlite")
"""Native on PostgreSQL, text of a fixed width on SQLite."""


def organisation() -> sa.Column[str]:
    """
    Give the column that leads every primary key.
    """
    return sa.Column("organisation_id", sa.Text(), nullable=False)


def text(name: str) -> sa.Column[str]:
    """
    Give a column of text that is always filled.
    """
    return sa.Column(name, sa.Text(), nullable=False)


def instant(name: str) -> sa.Column[object]:
    """
    Give a column of instants that is always filled.
    """
    return sa.Column(name, INSTANT, nullable=False)


def number(name: str, *, big: bool = False) -> sa.Column[int]:
    """
    Give a column of whole numbers that is always filled.
    """
    return sa.Column(name, sa.BigInteger() if big else sa.Integer(), nullable=False)


def octets(name: str) -> sa.Column[bytes]:
    """
    Give a column of bytes that is always filled.
    """
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def table(name: str, *items: SchemaItem, key: Sequence[str], clustered: bool = True) -> None:
    """
    Create a table whose primary key is the organisation and *key*.

    Args:
        clustered: On SQLite, keep the rows in the order of the key.  Not for rows that
            are long, or whose key is random.
    """
    op.create_table(
        name,
        organisation(),
        *items,
        sa.PrimaryKeyConstraint("organisation_id", *key, name=op.f(f"pk_{name}")),
        sqlite_with_rowid=not clustered,
    )


def versioned(name: str, *filters: str, extra: Sequence[SchemaItem] = ()) -> None:
    """
    Create a table of versions, with a column for each filter.
    """
    table(
        name,
        text("id"),
        number("version"),
        instant("recorded_at"),
        text("recorded_by"),
        *(sa.Column(each, sa.Text()) for each in filters),
        text("document"),
        *extra,
        key=("id", "version"),
    )


def index(table_name: str, *columns: str) -> None:
    """
    Create an index on the organisation and *columns*.
    """
    names = ("organisation_id", *columns)
    op.create_index(op.f(f"ix_{table_name}_{'_'.join(names)}"), table_name, list(names))


def unique(table_name: str, *columns: str) -> sa.UniqueConstraint:
    """
    Let no two rows of an organisation have the same *columns*.
    """
    names = ("organisation_id", *columns)
    return sa.UniqueConstraint(*names, name=op.f(f"uq_{table_name}_{'_'.join(names)}"))


def belongs(
    table_name: str, column: str, parent: str, parent_key: str = "id"
) -> sa.ForeignKeyConstraint:
    """
    Let a row only stand beside its parent.
    """
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{parent}.organisation_id", f"{parent}.{parent_key}"],
        name=op.f(f"fk_{table_name}_organisation_id_{column}"),
    )


def on_postgresql() -> bool:
    """
    Tell on which engine the migration runs.
    """
    return op.get_bind().dialect.name == "postgresql"
