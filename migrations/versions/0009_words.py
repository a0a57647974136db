"""
Let an erasure take a name out of what people typed.

Only the words themselves, only in a row that `erasures` names, and only for the one
text that says that something stood there.
"""

from service.persistence import guards
from service.persistence.guards import Words

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

VERSION = ("id", "version", "recorded_at", "recorded_by")
PLACES: dict[str, tuple[str, Words]] = {
    "photo_traces": (
        "photo_id",
        Words(("photo_id", "digest_bytes", "digest_pixels"), columns=("title",)),
    ),
    "rights": (
        "id",
        Words(
            VERSION,
            keys=("creator", "owner", "licence", "credit_line"),
        ),
    ),
    "authorities": ("id", Words((*VERSION, "person_id", "signatory_id"), keys=("proof",))),
    "checks": ("id", Words(("id", "asked_at", "actor_id", "answer"), keys=("channel", "text"))),
    "publications": (
        "id",
        Words(("id", "channel_id", "published_at", "recorded_at"), keys=("where",)),
    ),
    "publication_words": ("publication_id", Words(("publication_id",), columns=("alt_text",))),
    "publication_events": (
        "publication_id",
        Words(("publication_id", "number", "kind", "happened_at", "recorded_at"), keys=("note",)),
    ),
    # Sealed: the database cannot read what takes the place of the words.
    "evidence": (
        "id",
        Words(("id", "act_id", "media_type", "digest", "recorded_at", "recorded_by")),
    ),
}
ABOUT_FORGOTTEN_PERSON = (
    "EXISTS (SELECT 1 FROM ledger_people JOIN erasures"
    " ON erasures.organisation_id = ledger_people.organisation_id"
    " AND erasures.kind = 'ledger' AND erasures.subject_id = ledger_people.person_id"
    " WHERE ledger_people.organisation_id = OLD.organisation_id"
    " AND ledger_people.entry_id = OLD.entry_id)"
)


def upgrade() -> None:
    for table, (key, words) in PLACES.items():
        guards.blottable(table, key, words)
    quoted = guards.erased("words:ledger_payloads", "entry_id")
    guards.deletable_if("ledger_payloads", f"{ABOUT_FORGOTTEN_PERSON} OR {quoted}")


def downgrade() -> None:
    guards.deletable_if("ledger_payloads", ABOUT_FORGOTTEN_PERSON)
    for table in PLACES:
        guards.no_longer_blottable(table)
