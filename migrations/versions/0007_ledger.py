"""
Create the log: entries, what they say, the tree, and its signed heads.
"""

from sqlalchemy import ForeignKeyConstraint

from service.persistence import guards
from service.persistence.migrating import (
    belongs,
    index,
    instant,
    number,
    octets,
    table,
    text,
    unique,
)

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

LASTING: dict[str, tuple[tuple[str, ...], ...]] = {
    "ledger_entries": (("entry_id",),),
    "ledger_leaves": (("position",), ("entry_id",)),
    "ledger_nodes": (("level", "position"),),
    "ledger_checkpoints": (("size", "signed_at"),),
}
ABOUT_FORGOTTEN_PERSON = (
    "EXISTS (SELECT 1 FROM ledger_people JOIN erasures"
    " ON erasures.organisation_id = ledger_people.organisation_id"
    " AND erasures.kind = 'ledger' AND erasures.subject_id = ledger_people.person_id"
    " WHERE ledger_people.organisation_id = OLD.organisation_id"
    " AND ledger_people.entry_id = OLD.entry_id)"
)
IN_THE_TREE = (
    "EXISTS (SELECT 1 FROM ledger_leaves"
    " WHERE ledger_leaves.organisation_id = OLD.organisation_id"
    " AND ledger_leaves.entry_id = OLD.entry_id)"
)


def upgrade() -> None:
    _entries()
    _tree()
    for name, keys in LASTING.items():
        guards.append_only(name, *keys)
        guards.tenant(name)
    guards.erasable("ledger_payloads", ABOUT_FORGOTTEN_PERSON, ("entry_id",))
    guards.erasable(
        "ledger_people", guards.erased("ledger", "person_id"), ("person_id", "entry_id")
    )
    for name in ("ledger_payloads", "ledger_people"):
        guards.tenant(name)
    # The sequencer looks through all organisations at once: identifiers only, and
    # without row-level security.
    guards.erasable("ledger_pending", IN_THE_TREE, ("entry_id",))


def _entries() -> None:
    table(
        "ledger_entries",
        text("entry_id"),
        instant("recorded_at"),
        octets("commitment"),
        key=("entry_id",),
        clustered=False,
    )
    table(
        "ledger_payloads",
        text("entry_id"),
        text("kind"),
        octets("salt"),
        octets("entry"),
        _of_entry("ledger_payloads"),
        key=("entry_id",),
        clustered=False,
    )
    table(
        "ledger_people",
        text("person_id"),
        text("entry_id"),
        _of_entry("ledger_people"),
        key=("person_id", "entry_id"),
    )
    index("ledger_people", "entry_id")
    table("ledger_pending", text("entry_id"), _of_entry("ledger_pending"), key=("entry_id",))


def _tree() -> None:
    table(
        "ledger_leaves",
        number("position", big=True),
        text("entry_id"),
        unique("ledger_leaves", "entry_id"),
        _of_entry("ledger_leaves"),
        key=("position",),
    )
    table(
        "ledger_nodes",
        number("level"),
        number("position", big=True),
        octets("hash"),
        key=("level", "position"),
    )
    table(
        "ledger_checkpoints",
        number("size", big=True),
        instant("signed_at"),
        octets("root"),
        text("note"),
        key=("size", "signed_at"),
    )


def _of_entry(name: str) -> ForeignKeyConstraint:
    return belongs(name, "entry_id", "ledger_entries", "entry_id")


def downgrade() -> None:
    guards.drop("ledger_pending", "ledger_people", "ledger_payloads", *reversed(LASTING))
