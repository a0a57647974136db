"""
Keep when a form was closed, and when it was opened again.
"""

from service.persistence import guards
from service.persistence.migrating import versioned

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    versioned("form_closures", "closed")
    guards.append_only("form_closures", ("id", "version"))
    guards.tenant("form_closures")


def downgrade() -> None:
    guards.drop("form_closures")
