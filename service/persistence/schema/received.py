"""
Name the table of consent records that came from elsewhere.
"""

from sqlalchemy import Column, Index, LargeBinary, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

received_records = Table(
    "received_records",
    metadata,
    organisation_column(),
    key("act_id"),
    text("person_id"),
    Column("received_at", Instant, nullable=False),
    Column("sealed_document", LargeBinary, nullable=False),
)
"""The very record that an act came in with; it leaves again as it was."""
Index(None, received_records.c.organisation_id, received_records.c.person_id)
