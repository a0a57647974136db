"""
Keep which photo a photo was made of, and what was covered.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("photos", sa.Column("lineage", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("photos", "lineage")
