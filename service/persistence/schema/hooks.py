"""
Name the tables of hooks, and of the messages that go there.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text


def _of_delivery() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["organisation_id", "delivery_id"],
        ["hook_deliveries.organisation_id", "hook_deliveries.id"],
    )


hooks = Table(
    "hooks",
    metadata,
    organisation_column(),
    key("id"),
    text("hears"),
    Column("sealed", LargeBinary, nullable=False),
)
"""What is so now: what was so before stands in the log.  Which events it hears, `|a|b|`,
stands open: a withdrawal is recorded, and told, also where no seal can be opened."""

hook_deliveries = Table(
    "hook_deliveries",
    metadata,
    organisation_column(),
    key("id"),
    text("hook_id"),
    text("event"),
    Column("happened_at", Instant, nullable=False),
    text("body"),
    sqlite_with_rowid=False,
)
"""Not bound to the hook: no takedown waits for whoever deletes one just now."""
Index(None, hook_deliveries.c.organisation_id, hook_deliveries.c.hook_id)

hook_attempts = Table(
    "hook_attempts",
    metadata,
    organisation_column(),
    key("delivery_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("outcome"),
    text("detail"),
    Column("attempted_at", Instant, nullable=False),
    _of_delivery(),
    sqlite_with_rowid=False,
)

hooks_due = Table(
    "hooks_due",
    metadata,
    organisation_column(),
    key("delivery_id"),
    Column("due_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    _of_delivery(),
    sqlite_with_rowid=False,
)
"""What is still to be sent.  The messenger looks through all organisations, so it has no
row-level security and holds identifiers only."""
Index(None, hooks_due.c.organisation_id, hooks_due.c.due_at)
