"""
Create re-shares, and what must come down.
"""

from service.persistence import guards
from service.persistence.migrating import belongs, index, instant, octets, table, text, unique
from service.persistence.sizes import expect_many_rows

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

OF_ERASED_PERSON = (
    "EXISTS (SELECT 1 FROM takedowns"
    " JOIN publication_people ON publication_people.organisation_id = takedowns.organisation_id"
    " AND publication_people.publication_id = takedowns.publication_id"
    " JOIN erasures ON erasures.organisation_id = publication_people.organisation_id"
    " AND erasures.kind = 'person' AND erasures.subject_id = publication_people.person_id"
    " WHERE takedowns.organisation_id = OLD.organisation_id AND takedowns.id = OLD.takedown_id)"
)


def upgrade() -> None:
    table(
        "reshares",
        text("publication_id"),
        text("original_id"),
        belongs("reshares", "publication_id", "publications"),
        key=("publication_id",),
    )
    index("reshares", "original_id")
    table(
        "takedowns",
        text("id"),
        text("publication_id"),
        text("channel_id"),
        text("unit_id"),
        instant("due_at"),
        text("document"),
        belongs("takedowns", "publication_id", "publications"),
        unique("takedowns", "publication_id"),
        key=("id",),
    )
    table(
        "takedown_proofs",
        text("takedown_id"),
        text("media_type"),
        text("digest"),
        octets("sealed_content"),
        belongs("takedown_proofs", "takedown_id", "takedowns"),
        key=("takedown_id",),
        clustered=False,
    )
    guards.append_only("reshares", ("publication_id",))
    guards.append_only("takedowns", ("id",), ("publication_id",))
    guards.erasable("takedown_proofs", OF_ERASED_PERSON, ("takedown_id",))
    for name in ("reshares", "takedowns", "takedown_proofs"):
        guards.tenant(name)
    expect_many_rows()


def downgrade() -> None:
    guards.drop("takedown_proofs", "takedowns", "reshares")
