"""
Name the table of time stamps that others gave to our heads.
"""

from sqlalchemy import BigInteger, Column, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import metadata, organisation_column, text

head_stamps = Table(
    "head_stamps",
    metadata,
    organisation_column(),
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("stamped_at", Instant, primary_key=True),
    text("note"),
    Column("reply", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
