"""
Keep answers that match nobody, or several, until somebody says who is meant.
"""

from service.persistence import guards
from service.persistence.migrating import instant, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "unmatched_answers",
        text("id"),
        instant("received_at"),
        octets("sealed_document"),
        octets("sealed_content"),
        key=("id",),
        clustered=False,
    )
    guards.append_only("unmatched_answers", ("id",))
    guards.deletable("unmatched_answers")
    guards.tenant("unmatched_answers")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("unmatched_answers")
