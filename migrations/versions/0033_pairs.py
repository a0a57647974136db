"""
Keep what was said of two records: two people, or one who is entered twice.
"""

from service.persistence import guards
from service.persistence.migrating import index, versioned
from service.persistence.sizes import expect_many_rows

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    versioned("pairs", "person_id", "other_id", "verdict")
    index("pairs", "person_id")
    index("pairs", "other_id")
    guards.append_only("pairs", ("id", "version"))
    guards.tenant("pairs")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("pairs")
