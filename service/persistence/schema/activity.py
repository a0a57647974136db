"""
Name the tables of what was asked and published, and of keys.

Words that may name somebody stand apart from what must stay: an erasure destroys
`publication_words`, never that something was asked or shown.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text


def _of(parent: str, column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["organisation_id", column], [f"{parent}.organisation_id", f"{parent}.id"]
    )


checks = Table(
    "checks",
    metadata,
    organisation_column(),
    key("id"),
    Column("asked_at", Instant, nullable=False),
    text("actor_id"),
    text("answer"),
    text("document"),
)
Index(None, checks.c.organisation_id, checks.c.actor_id, checks.c.asked_at)

check_people = Table(
    "check_people",
    metadata,
    organisation_column(),
    key("check_id"),
    key("person_id"),
    _of("checks", "check_id"),
    sqlite_with_rowid=False,
)
Index(None, check_people.c.organisation_id, check_people.c.person_id, check_people.c.check_id)

publications = Table(
    "publications",
    metadata,
    organisation_column(),
    key("id"),
    text("channel_id"),
    Column("published_at", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    text("document"),
    sqlite_with_rowid=False,
)
Index(
    None,
    publications.c.organisation_id,
    publications.c.channel_id,
    publications.c.published_at,
)
Index(None, publications.c.organisation_id, publications.c.published_at)

publication_words = Table(
    "publication_words",
    metadata,
    organisation_column(),
    key("publication_id"),
    text("alt_text"),
    _of("publications", "publication_id"),
)

publication_people = Table(
    "publication_people",
    metadata,
    organisation_column(),
    key("publication_id"),
    key("person_id"),
    _of("publications", "publication_id"),
    sqlite_with_rowid=False,
)
Index(None, publication_people.c.organisation_id, publication_people.c.person_id)

publication_photos = Table(
    "publication_photos",
    metadata,
    organisation_column(),
    key("publication_id"),
    key("photo_id"),
    _of("publications", "publication_id"),
    sqlite_with_rowid=False,
)
Index(None, publication_photos.c.organisation_id, publication_photos.c.photo_id)

publication_events = Table(
    "publication_events",
    metadata,
    organisation_column(),
    key("publication_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("kind"),
    Column("happened_at", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    text("document"),
    _of("publications", "publication_id"),
    sqlite_with_rowid=False,
)

api_keys = Table(
    "api_keys",
    metadata,
    organisation_column(),
    key("id"),
    Column("issued_at", Instant, nullable=False),
    text("document"),
    sqlite_with_rowid=False,
)

key_revocations = Table(
    "key_revocations",
    metadata,
    organisation_column(),
    key("key_id"),
    Column("revoked_at", Instant, nullable=False),
    _of("api_keys", "key_id"),
    sqlite_with_rowid=False,
)
