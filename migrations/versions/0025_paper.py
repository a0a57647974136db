"""
Keep forms as they were printed, and that their answers were entered.
"""

from service.persistence import guards
from service.persistence.migrating import index, instant, table, text
from service.persistence.sizes import expect_many_rows

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "paper_steps",
        text("id"),
        text("step"),
        instant("taken_at"),
        text("person_id"),
        text("document"),
        key=("id", "step"),
        clustered=False,
    )
    index("paper_steps", "person_id")
    guards.append_only("paper_steps", ("id", "step"))
    guards.deletable("paper_steps")
    guards.tenant("paper_steps")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("paper_steps")
