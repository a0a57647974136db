"""
Create posts that somebody proposes.
"""

from service.persistence import guards
from service.persistence.migrating import belongs, index, instant, number, table, text
from service.persistence.sizes import expect_many_rows

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

OF_ERASED_PERSON = (
    "EXISTS (SELECT 1 FROM proposal_people JOIN erasures"
    " ON erasures.organisation_id = proposal_people.organisation_id"
    " AND erasures.kind = 'person' AND erasures.subject_id = proposal_people.person_id"
    " WHERE proposal_people.organisation_id = OLD.organisation_id"
    " AND proposal_people.proposal_id = OLD.proposal_id)"
)
LASTING = {
    "proposals": ("id",),
    "proposal_events": ("proposal_id", "number"),
    "proposal_people": ("proposal_id", "person_id"),
    "proposal_photos": ("proposal_id", "photo_id"),
}


def upgrade() -> None:
    table(
        "proposals",
        text("id"),
        text("channel_id"),
        text("unit_id"),
        text("proposed_by"),
        text("document"),
        key=("id",),
    )
    table(
        "proposal_states",
        text("proposal_id"),
        text("state"),
        instant("since"),
        belongs("proposal_states", "proposal_id", "proposals"),
        key=("proposal_id",),
    )
    index("proposal_states", "state", "since")
    table(
        "proposal_events",
        text("proposal_id"),
        number("number"),
        text("document"),
        belongs("proposal_events", "proposal_id", "proposals"),
        key=("proposal_id", "number"),
    )
    table(
        "proposal_words",
        text("proposal_id"),
        number("number"),
        text("words"),
        belongs("proposal_words", "proposal_id", "proposals"),
        key=("proposal_id", "number"),
        clustered=False,
    )
    for what in ("person_id", "photo_id"):
        name = "proposal_people" if what == "person_id" else "proposal_photos"
        table(
            name,
            text("proposal_id"),
            text(what),
            belongs(name, "proposal_id", "proposals"),
            key=("proposal_id", what),
        )
        index(name, what)
    for name, key in LASTING.items():
        guards.append_only(name, key)
        guards.tenant(name)
    ended = guards.erased("proposal", "proposal_id")
    guards.erasable("proposal_words", f"{OF_ERASED_PERSON} OR {ended}", ("proposal_id", "number"))
    guards.kept("proposal_states")
    for name in ("proposal_words", "proposal_states"):
        guards.tenant(name)
    expect_many_rows()


def downgrade() -> None:
    guards.drop("proposal_words", "proposal_states", *reversed(LASTING))
