"""
Name the tables of complaints and of requests for exports.

What whoever complains said stands apart from that they did: an erasure takes the
words, never that something was said and done.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, Table, UniqueConstraint

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text


def _of(parent: str, column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["organisation_id", column], [f"{parent}.organisation_id", f"{parent}.id"]
    )


complaints = Table(
    "complaints",
    metadata,
    organisation_column(),
    key("id"),
    Column("number", Integer, nullable=False),
    Column("filed_at", Instant, nullable=False),
    text("person_id"),
    text("publication_id"),
    text("photo_id"),
    text("document"),
    UniqueConstraint("organisation_id", "number"),
    sqlite_with_rowid=False,
)
"""`person_id`, `publication_id` and `photo_id` are empty where it is about none."""
for _column in (complaints.c.person_id, complaints.c.publication_id):
    Index(None, complaints.c.organisation_id, _column)

complaint_words = Table(
    "complaint_words",
    metadata,
    organisation_column(),
    key("complaint_id"),
    text("complainant"),
    text("contact"),
    text("text"),
    text("seen_at"),
    _of("complaints", "complaint_id"),
)

complaint_events = Table(
    "complaint_events",
    metadata,
    organisation_column(),
    key("complaint_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("kind"),
    Column("recorded_at", Instant, nullable=False),
    text("document"),
    _of("complaints", "complaint_id"),
    sqlite_with_rowid=False,
)

complaint_subjects = Table(
    "complaint_subjects",
    metadata,
    organisation_column(),
    key("complaint_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("person_id"),
    text("publication_id"),
    _of("complaints", "complaint_id"),
    sqlite_with_rowid=False,
)
"""Whom and what it turned out to be about, by the number of the event; empty: nobody."""
for _column in (complaint_subjects.c.person_id, complaint_subjects.c.publication_id):
    Index(None, complaint_subjects.c.organisation_id, _column)

export_requests = Table(
    "export_requests",
    metadata,
    organisation_column(),
    key("id"),
    Column("requested_at", Instant, nullable=False),
    text("document"),
    sqlite_with_rowid=False,
)

export_events = Table(
    "export_events",
    metadata,
    organisation_column(),
    key("export_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("kind"),
    Column("recorded_at", Instant, nullable=False),
    text("document"),
    _of("export_requests", "export_id"),
    sqlite_with_rowid=False,
)
