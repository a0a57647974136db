"""
Name the tables of the log.

An erasure destroys rows of `ledger_payloads` and `ledger_people`; entries, leaves
and nodes stay, so that the tree still adds up.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
)

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text


def _of_entry() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["organisation_id", "entry_id"],
        ["ledger_entries.organisation_id", "ledger_entries.entry_id"],
    )


ledger_entries = Table(
    "ledger_entries",
    metadata,
    organisation_column(),
    key("entry_id"),
    Column("recorded_at", Instant, nullable=False),
    Column("commitment", LargeBinary, nullable=False),
)
"""What stays of an entry for ever; its leaf is made of this and nothing else."""

ledger_payloads = Table(
    "ledger_payloads",
    metadata,
    organisation_column(),
    key("entry_id"),
    text("kind"),
    Column("salt", LargeBinary, nullable=False),
    Column("entry", LargeBinary, nullable=False),
    _of_entry(),
)
"""What happened.  The kind stands here: a kind with an instant can name a person."""

ledger_people = Table(
    "ledger_people",
    metadata,
    organisation_column(),
    key("person_id"),
    key("entry_id"),
    _of_entry(),
    sqlite_with_rowid=False,
)

ledger_pending = Table(
    "ledger_pending",
    metadata,
    organisation_column(),
    key("entry_id"),
    _of_entry(),
    sqlite_with_rowid=False,
)
"""What is not in the tree yet.  The sequencer looks through all organisations, so it
has no row-level security and holds identifiers only."""

ledger_leaves = Table(
    "ledger_leaves",
    metadata,
    organisation_column(),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    text("entry_id"),
    UniqueConstraint("organisation_id", "entry_id"),
    _of_entry(),
    sqlite_with_rowid=False,
)

ledger_nodes = Table(
    "ledger_nodes",
    metadata,
    organisation_column(),
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

ledger_checkpoints = Table(
    "ledger_checkpoints",
    metadata,
    organisation_column(),
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("signed_at", Instant, primary_key=True),
    Column("root", LargeBinary, nullable=False),
    text("note"),
    sqlite_with_rowid=False,
)

Index(None, ledger_people.c.organisation_id, ledger_people.c.entry_id)
Index(None, ledger_payloads.c.organisation_id, ledger_payloads.c.kind)
