"""
Name the table of other logs' heads that we vouched for.
"""

from sqlalchemy import BigInteger, Column, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

witnessed_heads = Table(
    "witnessed_heads",
    metadata,
    organisation_column(),
    key("origin"),
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("seen_at", Instant, primary_key=True),
    Column("root", LargeBinary, nullable=False),
    text("note"),
    text("vkey"),
    sqlite_with_rowid=False,
)
