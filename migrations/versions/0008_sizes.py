"""
Tell SQLite how large its tables are going to be.
"""

from service.persistence.sizes import expect_many_rows, expect_nothing

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    expect_many_rows()


def downgrade() -> None:
    expect_nothing()
