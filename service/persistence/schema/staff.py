"""
Name the tables of those who work here, and of where they are signed in.

Who has which role is kept version by version.  Credentials, passkeys, sessions, links
and failed attempts say what is true now: rows change and go.  What happened stands in
the ledger.
"""

from sqlalchemy import Column, Index, LargeBinary, Table, UniqueConstraint

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text
from service.persistence.schema.versioned import versioned

staff = versioned("staff")

staff_credentials = Table(
    "staff_credentials",
    metadata,
    organisation_column(),
    key("member_id"),
    Column("sealed", LargeBinary, nullable=False),
    Column("seen_at", Instant),
    sqlite_with_rowid=False,
)

staff_sessions = Table(
    "staff_sessions",
    metadata,
    organisation_column(),
    key("id"),
    text("member_id"),
    Column("digest", LargeBinary, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    text("document"),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
Index(None, staff_sessions.c.organisation_id, staff_sessions.c.member_id)
Index(None, staff_sessions.c.organisation_id, staff_sessions.c.expires_at)

staff_tickets = Table(
    "staff_tickets",
    metadata,
    organisation_column(),
    key("id"),
    text("member_id"),
    Column("expires_at", Instant, nullable=False),
    text("document"),
    sqlite_with_rowid=False,
)
Index(None, staff_tickets.c.organisation_id, staff_tickets.c.member_id)

staff_attempts = Table(
    "staff_attempts",
    metadata,
    organisation_column(),
    key("id"),
    text("subject"),
    Column("tried_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
Index(None, staff_attempts.c.organisation_id, staff_attempts.c.subject, staff_attempts.c.tried_at)
Index(None, staff_attempts.c.organisation_id, staff_attempts.c.tried_at)

staff_passkeys = Table(
    "staff_passkeys",
    metadata,
    organisation_column(),
    key("id"),
    text("member_id"),
    Column("credential_digest", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("organisation_id", "credential_digest"),
)
Index(None, staff_passkeys.c.organisation_id, staff_passkeys.c.member_id)

staff_challenges = Table(
    "staff_challenges",
    metadata,
    organisation_column(),
    key("session_id"),
    Column("expires_at", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
Index(None, staff_challenges.c.organisation_id, staff_challenges.c.expires_at)
