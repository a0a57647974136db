"""
Name the tables of the outbox.

That a letter was written and what became of it stays; its words are destroyed some
days after it left, or with whom it is about.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text


def _of_letter() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["organisation_id", "letter_id"], ["letters.organisation_id", "letters.id"]
    )


letters = Table(
    "letters",
    metadata,
    organisation_column(),
    key("id"),
    text("kind"),
    text("carrier"),
    text("recipient_id"),
    Column("written_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
Index(None, letters.c.organisation_id, letters.c.recipient_id)

letter_contents = Table(
    "letter_contents",
    metadata,
    organisation_column(),
    key("letter_id"),
    Column("sealed", LargeBinary, nullable=False),
    _of_letter(),
)

letter_people = Table(
    "letter_people",
    metadata,
    organisation_column(),
    key("person_id"),
    key("letter_id"),
    _of_letter(),
    sqlite_with_rowid=False,
)
"""Whom it goes to and whom it speaks of."""
Index(None, letter_people.c.organisation_id, letter_people.c.letter_id)

letter_attempts = Table(
    "letter_attempts",
    metadata,
    organisation_column(),
    key("letter_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("outcome"),
    text("detail"),
    Column("attempted_at", Instant, nullable=False),
    _of_letter(),
    sqlite_with_rowid=False,
)

letters_due = Table(
    "letters_due",
    metadata,
    organisation_column(),
    key("letter_id"),
    Column("due_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    _of_letter(),
    sqlite_with_rowid=False,
)
"""What is still to be sent.  The postman looks through all organisations, so it has no
row-level security and holds identifiers only."""
Index(None, letters_due.c.organisation_id, letters_due.c.due_at)
