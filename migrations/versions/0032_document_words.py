"""
Keep what is written in registered documents, to be read for names.
"""

from service.persistence import guards
from service.persistence.migrating import belongs, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

GONE = " OR ".join(guards.erased(kind, "photo_id") for kind in ("photo", "words:photo_words"))


def upgrade() -> None:
    table(
        "photo_words",
        text("photo_id"),
        octets("sealed_words"),
        belongs("photo_words", "photo_id", "photos"),
        key=("photo_id",),
        clustered=False,
    )
    guards.erasable("photo_words", GONE, ("photo_id",))
    guards.tenant("photo_words")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("photo_words")
