"""
Let what idempotency keys have made be forgotten.

They are no evidence: the ledger and the records say what was made.
"""

from alembic import op

from service.persistence import guards
from service.persistence.migrating import index
from service.persistence.sizes import expect_many_rows

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    guards.deletable("replays")
    index("replays", "made_at")
    expect_many_rows()


def downgrade() -> None:
    op.drop_index(op.f("ix_replays_organisation_id_made_at"), "replays")
    guards.no_longer_deletable("replays")
