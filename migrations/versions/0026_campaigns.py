"""
Keep what was asked of many at once.
"""

from service.persistence import guards
from service.persistence.migrating import instant, table, text
from service.persistence.sizes import expect_many_rows

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "campaigns",
        text("id"),
        instant("started_at"),
        text("document"),
        key=("id",),
        clustered=False,
    )
    guards.append_only("campaigns", ("id",))
    guards.tenant("campaigns")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("campaigns")
