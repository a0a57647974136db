"""
Make the tables of records that change by writing a whole new version.

The record is one JSON document, so that a field added years later costs no table
change and old versions stay readable.  Beside it stands, typed, only what SQL
filters on.
"""

from sqlalchemy import Column, Integer, Table, Text

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text


def versioned(name: str, *filters: str) -> Table:
    """
    Make the table *name*: one row a version, one column a filter.
    """
    return Table(
        name,
        metadata,
        organisation_column(),
        key("id"),
        Column("version", Integer, primary_key=True, autoincrement=False),
        Column("recorded_at", Instant, nullable=False),
        text("recorded_by"),
        *(Column(each, Text) for each in filters),
        text("document"),
        sqlite_with_rowid=False,
    )
