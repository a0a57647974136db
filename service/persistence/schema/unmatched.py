"""
Name the table of answers that match nobody, or several.
"""

from sqlalchemy import Column, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column

unmatched_answers = Table(
    "unmatched_answers",
    metadata,
    organisation_column(),
    key("id"),
    Column("received_at", Instant, nullable=False),
    Column("sealed_document", LargeBinary, nullable=False),
    Column("sealed_content", LargeBinary, nullable=False),
)
"""The scan last: a list of what waits does not read it."""
