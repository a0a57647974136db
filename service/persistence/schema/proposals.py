"""
Name the tables of proposals.

Words stand apart: they are destroyed some days after a proposal came to its end, and
with whoever is erased.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, Table

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text


def _of_proposal() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["organisation_id", "proposal_id"], ["proposals.organisation_id", "proposals.id"]
    )


proposals = Table(
    "proposals",
    metadata,
    organisation_column(),
    key("id"),
    text("channel_id"),
    text("unit_id"),
    text("proposed_by"),
    text("document"),
    sqlite_with_rowid=False,
)

proposal_states = Table(
    "proposal_states",
    metadata,
    organisation_column(),
    key("proposal_id"),
    text("state"),
    Column("since", Instant, nullable=False),
    _of_proposal(),
    sqlite_with_rowid=False,
)
"""Where each proposal is *now*; how it came there is in its events."""
Index(None, proposal_states.c.organisation_id, proposal_states.c.state, proposal_states.c.since)

proposal_events = Table(
    "proposal_events",
    metadata,
    organisation_column(),
    key("proposal_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("document"),
    _of_proposal(),
    sqlite_with_rowid=False,
)

proposal_words = Table(
    "proposal_words",
    metadata,
    organisation_column(),
    key("proposal_id"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("words"),
    _of_proposal(),
)
"""Number 0 is the post itself, the others are what was written beside an event."""

proposal_people = Table(
    "proposal_people",
    metadata,
    organisation_column(),
    key("proposal_id"),
    key("person_id"),
    _of_proposal(),
    sqlite_with_rowid=False,
)
Index(None, proposal_people.c.organisation_id, proposal_people.c.person_id)

proposal_photos = Table(
    "proposal_photos",
    metadata,
    organisation_column(),
    key("proposal_id"),
    key("photo_id"),
    _of_proposal(),
    sqlite_with_rowid=False,
)
Index(None, proposal_photos.c.organisation_id, proposal_photos.c.photo_id)
