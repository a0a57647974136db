"""
Keep who looked at a channel or a form, when, and when it is looked at again.
"""

from service.persistence import guards
from service.persistence.migrating import versioned
from service.persistence.sizes import expect_many_rows

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    versioned("reviews", "kind")
    guards.append_only("reviews", ("id", "version"))
    guards.tenant("reviews")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("reviews")
