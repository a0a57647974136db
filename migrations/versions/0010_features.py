"""
Keep what a photo is known by part for part.
"""

from service.persistence import guards
from service.persistence.migrating import belongs, number, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = ("photo_id", "algorithm", "algorithm_version")


def upgrade() -> None:
    table(
        "photo_features",
        text("photo_id"),
        text("algorithm"),
        number("algorithm_version"),
        octets("sealed_sketch"),
        octets("sealed_features"),
        belongs("photo_features", "photo_id", "photos"),
        key=KEY,
        clustered=False,
    )
    guards.erasable("photo_features", guards.erased("photo", "photo_id"), KEY)
    guards.tenant("photo_features")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("photo_features")
