"""
Name the tables of re-shares, and of what must come down.

Whether something is down is said by `publication_events`, nowhere else.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, LargeBinary, Table, UniqueConstraint

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

reshares = Table(
    "reshares",
    metadata,
    organisation_column(),
    key("publication_id"),
    text("original_id"),
    ForeignKeyConstraint(
        ["organisation_id", "publication_id"], ["publications.organisation_id", "publications.id"]
    ),
    sqlite_with_rowid=False,
)
Index(None, reshares.c.organisation_id, reshares.c.original_id)

takedowns = Table(
    "takedowns",
    metadata,
    organisation_column(),
    key("id"),
    text("publication_id"),
    text("channel_id"),
    text("unit_id"),
    Column("due_at", Instant, nullable=False),
    text("document"),
    ForeignKeyConstraint(
        ["organisation_id", "publication_id"], ["publications.organisation_id", "publications.id"]
    ),
    UniqueConstraint("organisation_id", "publication_id"),
    sqlite_with_rowid=False,
)

takedown_proofs = Table(
    "takedown_proofs",
    metadata,
    organisation_column(),
    key("takedown_id"),
    text("media_type"),
    text("digest"),
    Column("sealed_content", LargeBinary, nullable=False),
    ForeignKeyConstraint(
        ["organisation_id", "takedown_id"], ["takedowns.organisation_id", "takedowns.id"]
    ),
)
