"""
Name the tables of organisations, and those that every store uses.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, UniqueConstraint

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text
from service.persistence.schema.versioned import versioned

organisations = Table(
    "organisations",
    metadata,
    organisation_column(),
    text("slug"),
    UniqueConstraint("slug"),
    sqlite_with_rowid=False,
)
"""Who there is.  Read before it is known for whom, so without row-level security."""

organisation_settings = versioned("organisation_settings")
units = versioned("units")

unique_names = Table(
    "unique_names",
    metadata,
    organisation_column(),
    key("kind"),
    key("name"),
    text("record_id"),
    sqlite_with_rowid=False,
)
"""Which record has a short name, an address or an outside number *now*."""
Index(None, unique_names.c.organisation_id, unique_names.c.kind, unique_names.c.record_id)

changes = Table(
    "changes",
    metadata,
    organisation_column(),
    key("log"),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    text("subject_id"),
    sqlite_with_rowid=False,
)
"""What memory must read again, numbered without gaps in the order of commits."""

erasures = Table(
    "erasures",
    metadata,
    organisation_column(),
    key("kind"),
    key("subject_id"),
    Column("erased_at", Instant),
    sqlite_with_rowid=False,
)
"""Whose rows may be, and were, destroyed.  The triggers look here."""

replays = Table(
    "replays",
    metadata,
    organisation_column(),
    key("actor_id"),
    key("key"),
    Column("request_digest", LargeBinary, nullable=False),
    text("made_id"),
    Column("made_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""What creating calls with an idempotency key have made, not too long ago."""
Index(None, replays.c.organisation_id, replays.c.made_at)
