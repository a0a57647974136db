"""
Keep later titles of photos: each is written beside the earlier ones.
"""

from service.persistence import guards
from service.persistence.guards import Words
from service.persistence.migrating import belongs, instant, number, table, text
from service.persistence.sizes import expect_many_rows

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

WORDS = Words(("id", "version", "recorded_at", "recorded_by"), columns=("title",))


def upgrade() -> None:
    table(
        "photo_titles",
        text("id"),
        number("version"),
        instant("recorded_at"),
        text("recorded_by"),
        text("title"),
        belongs("photo_titles", "id", "photos"),
        key=("id", "version"),
    )
    guards.erasable("photo_titles", guards.erased("photo", "id"), ("id", "version"))
    guards.blottable("photo_titles", "id", WORDS)
    guards.tenant("photo_titles")
    expect_many_rows()


def downgrade() -> None:
    guards.no_longer_blottable("photo_titles")
    guards.drop("photo_titles")
