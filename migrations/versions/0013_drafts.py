"""
Keep pictures for a while, between two steps of one person's work.

They are no evidence: nothing was said of them yet.
"""

from service.persistence import guards
from service.persistence.migrating import index, instant, number, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "drafts",
        text("id"),
        text("actor_id"),
        instant("kept_at"),
        number("size_bytes"),
        text("filename"),
        text("document"),
        octets("sealed_preview"),
        octets("sealed_content"),
        key=("id",),
        clustered=False,
    )
    index("drafts", "actor_id")
    index("drafts", "kept_at")
    guards.append_only("drafts", ("id",))
    guards.deletable("drafts")
    guards.tenant("drafts")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("drafts")
