"""
Name the table of reminders that were written: ids and days only.
"""

from sqlalchemy import Column, Index, Integer, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

reminders = Table(
    "reminders",
    metadata,
    organisation_column(),
    key("person_id"),
    key("signatory_id"),
    key("occasion"),
    key("falls_on"),
    Column("step_days", Integer, primary_key=True, autoincrement=False),
    text("letter_id"),
    Column("written_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""The key itself keeps a reminder from being written twice, whoever writes."""
Index(None, reminders.c.organisation_id, reminders.c.letter_id)
