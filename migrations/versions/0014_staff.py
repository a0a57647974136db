"""
Create those who work here, what proves it, and where they are signed in.
"""

import sqlalchemy as sa
from alembic import op

from service.persistence import guards
from service.persistence.migrating import INSTANT, index, instant, octets, table, text, versioned
from service.persistence.sizes import expect_many_rows

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

PASSING = ("staff_credentials", "staff_sessions", "staff_tickets", "staff_attempts")


def upgrade() -> None:
    versioned("staff")
    guards.erasable("staff", guards.erased("staff", "id"), ("id", "version"))
    table(
        "staff_credentials",
        text("member_id"),
        octets("sealed"),
        sa.Column("seen_at", INSTANT),
        key=("member_id",),
    )
    table(
        "staff_sessions",
        text("id"),
        text("member_id"),
        octets("digest"),
        instant("seen_at"),
        instant("expires_at"),
        text("document"),
        octets("sealed"),
        key=("id",),
    )
    index("staff_sessions", "member_id")
    index("staff_sessions", "expires_at")
    table(
        "staff_tickets",
        text("id"),
        text("member_id"),
        instant("expires_at"),
        text("document"),
        key=("id",),
    )
    index("staff_tickets", "member_id")
    table("staff_attempts", text("id"), text("subject"), instant("tried_at"), key=("id",))
    index("staff_attempts", "subject", "tried_at")
    index("staff_attempts", "tried_at")
    for name in ("staff", *PASSING):
        guards.tenant(name)
    expect_many_rows()


def downgrade() -> None:
    guards.drop("staff")
    for name in reversed(PASSING):
        op.drop_table(name)
    expect_many_rows()
