"""
Keep answers of families that one member of staff entered and another must confirm.
"""

from service.persistence import guards
from service.persistence.migrating import index, instant, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "pending_answers",
        text("id"),
        text("person_id"),
        instant("proposed_at"),
        octets("sealed_document"),
        octets("sealed_content"),
        key=("id",),
        clustered=False,
    )
    index("pending_answers", "person_id")
    guards.append_only("pending_answers", ("id",))
    guards.deletable("pending_answers")
    guards.tenant("pending_answers")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("pending_answers")
