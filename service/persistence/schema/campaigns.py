"""
Name the table of what was asked of many at once.
"""

from sqlalchemy import Column, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

campaigns = Table(
    "campaigns",
    metadata,
    organisation_column(),
    key("id"),
    Column("started_at", Instant, nullable=False),
    text("document"),
)
