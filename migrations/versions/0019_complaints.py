"""
Create complaints, what was done about them, and exports of everyone.
"""

from alembic import op

from service.persistence import guards
from service.persistence.guards import Words
from service.persistence.migrating import belongs, index, instant, number, table, text, unique
from service.persistence.sizes import expect_many_rows

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

LASTING: dict[str, tuple[tuple[str, ...], ...]] = {
    "complaints": (("id",), ("number",)),
    "complaint_words": (("complaint_id",),),
    "complaint_events": (("complaint_id", "number"),),
    "export_requests": (("id",),),
    "export_events": (("export_id", "number"),),
}
BLOTTABLE = {
    "complaint_words": Words(
        ("complaint_id",), columns=("complainant", "contact", "text", "seen_at")
    ),
    "complaint_events": Words(("complaint_id", "number", "kind", "recorded_at"), keys=("note",)),
}


def upgrade() -> None:
    _complaints()
    _exports()
    for name, keys in LASTING.items():
        guards.append_only(name, *keys)
        guards.tenant(name)
    for name, words in BLOTTABLE.items():
        guards.blottable(name, "complaint_id", words)
    # Entries that concern nobody are found by what they are.
    index("ledger_payloads", "kind")
    expect_many_rows()


def _complaints() -> None:
    table(
        "complaints",
        text("id"),
        number("number"),
        instant("filed_at"),
        text("person_id"),
        text("publication_id"),
        text("photo_id"),
        text("document"),
        unique("complaints", "number"),
        key=("id",),
    )
    index("complaints", "person_id")
    index("complaints", "publication_id")
    table(
        "complaint_words",
        text("complaint_id"),
        text("complainant"),
        text("contact"),
        text("text"),
        text("seen_at"),
        belongs("complaint_words", "complaint_id", "complaints"),
        key=("complaint_id",),
        clustered=False,
    )
    table(
        "complaint_events",
        text("complaint_id"),
        number("number"),
        text("kind"),
        instant("recorded_at"),
        text("document"),
        belongs("complaint_events", "complaint_id", "complaints"),
        key=("complaint_id", "number"),
    )


def _exports() -> None:
    table(
        "export_requests",
        text("id"),
        instant("requested_at"),
        text("document"),
        key=("id",),
    )
    table(
        "export_events",
        text("export_id"),
        number("number"),
        text("kind"),
        instant("recorded_at"),
        text("document"),
        belongs("export_events", "export_id", "export_requests"),
        key=("export_id", "number"),
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_ledger_payloads_organisation_id_kind"), "ledger_payloads")
    for name in BLOTTABLE:
        guards.no_longer_blottable(name)
    guards.drop(*reversed(LASTING))
