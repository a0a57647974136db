"""
Create the receipts of families.
"""

from service.persistence import guards
from service.persistence.migrating import index, instant, table, text
from service.persistence.sizes import expect_many_rows

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "receipts",
        text("id"),
        text("signatory_id"),
        text("person_id"),
        text("entry_id"),
        instant("recorded_at"),
        text("language"),
        text("document"),
        key=("id",),
        clustered=False,
    )
    index("receipts", "signatory_id", "recorded_at")
    guards.append_only("receipts", ("id",))
    guards.tenant("receipts")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("receipts")
