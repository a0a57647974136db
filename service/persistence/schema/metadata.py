"""
Hold the one collection of tables, and how their constraints are named.
"""

from sqlalchemy import Column, MetaData, Text

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has the same name on both engines, so migrations can drop it."""

metadata = MetaData(naming_convention=NAMES)


def organisation_column() -> Column[str]:
    """
    Give the column that leads every primary key: whose row it is.
    """
    return Column("organisation_id", Text, primary_key=True)


def text(name: str) -> Column[str]:
    """
    Give a column of text that is always filled.
    """
    return Column(name, Text, nullable=False)


def key(name: str) -> Column[str]:
    """
    Give a column of text that is part of the primary key.
    """
    return Column(name, Text, primary_key=True)
