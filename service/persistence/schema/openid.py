"""
Name the tables of signing in through an organisation's own provider.

What is so now: rows change and go.  What happened stands in the ledger.
"""

from sqlalchemy import Column, Index, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

openid_providers = Table(
    "openid_providers",
    metadata,
    organisation_column(),
    key("id"),
    text("document"),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""One an organisation.  Its secret lies under a seal; the rest stands on pages anyway."""

openid_links = Table(
    "openid_links",
    metadata,
    organisation_column(),
    key("account"),
    text("member_id"),
    Column("linked_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""Of an account at the provider a digest is enough to know it again."""
Index(None, openid_links.c.organisation_id, openid_links.c.member_id)

openid_states = Table(
    "openid_states",
    metadata,
    organisation_column(),
    key("id"),
    Column("expires_at", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
Index(None, openid_states.c.organisation_id, openid_states.c.expires_at)
