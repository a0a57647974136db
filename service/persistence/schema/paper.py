"""
Name the table of forms that were printed.
"""

from sqlalchemy import Column, Index, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

paper_steps = Table(
    "paper_steps",
    metadata,
    organisation_column(),
    key("id"),
    key("step"),
    Column("taken_at", Instant, nullable=False),
    text("person_id"),
    text("document"),
)
"""A form is `printed` once and `entered` once; the key sees to it."""
Index(None, paper_steps.c.organisation_id, paper_steps.c.person_id)
