"""
Name the table of drafts, the only one that holds pictures whole.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

drafts = Table(
    "drafts",
    metadata,
    organisation_column(),
    key("id"),
    text("actor_id"),
    Column("kept_at", Instant, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    text("filename"),
    text("document"),
    Column("sealed_preview", LargeBinary, nullable=False),
    Column("sealed_content", LargeBinary, nullable=False),
)
"""The pictures last: a list of drafts reads none of them."""
Index(None, drafts.c.organisation_id, drafts.c.actor_id)
Index(None, drafts.c.organisation_id, drafts.c.kept_at)
