"""
Name the tables of what lets families in: digests, and not for long.
"""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

door_keys = Table(
    "door_keys",
    metadata,
    organisation_column(),
    Column("digest", LargeBinary, primary_key=True),
    text("id"),
    text("kind"),
    text("signatory_id"),
    Column("code_digest", LargeBinary, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
Index(None, door_keys.c.organisation_id, door_keys.c.signatory_id, door_keys.c.made_at)
Index(None, door_keys.c.organisation_id, door_keys.c.expires_at)

door_tries = Table(
    "door_tries",
    metadata,
    organisation_column(),
    key("key_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("tried_at", Instant, nullable=False),
    Column("was_right", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
Index(None, door_tries.c.organisation_id, door_tries.c.tried_at)

door_requests = Table(
    "door_requests",
    metadata,
    organisation_column(),
    key("id"),
    Column("digest", LargeBinary, nullable=False),
    Column("requested_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""That somebody typed some contact: known and unknown ones alike."""
Index(None, door_requests.c.organisation_id, door_requests.c.digest, door_requests.c.requested_at)
Index(None, door_requests.c.organisation_id, door_requests.c.requested_at)

receipts = Table(
    "receipts",
    metadata,
    organisation_column(),
    key("id"),
    text("signatory_id"),
    text("person_id"),
    text("entry_id"),
    Column("recorded_at", Instant, nullable=False),
    text("language"),
    text("document"),
)
Index(None, receipts.c.organisation_id, receipts.c.signatory_id, receipts.c.recorded_at)
