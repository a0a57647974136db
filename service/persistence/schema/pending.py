"""
Name the table of answers that wait for a second member of staff.
"""

from sqlalchemy import Column, Index, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

pending_answers = Table(
    "pending_answers",
    metadata,
    organisation_column(),
    key("id"),
    text("person_id"),
    Column("proposed_at", Instant, nullable=False),
    Column("sealed_document", LargeBinary, nullable=False),
    Column("sealed_content", LargeBinary, nullable=False),
)
"""The scan last: a list of what waits does not read it."""
Index(None, pending_answers.c.organisation_id, pending_answers.c.person_id)
