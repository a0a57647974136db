"""
Keep passkeys of staff, and what one has to sign in a session.
"""

from service.persistence import guards
from service.persistence.migrating import index, instant, octets, table, text, unique
from service.persistence.sizes import expect_many_rows

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

TABLES = ("staff_passkeys", "staff_challenges")


def upgrade() -> None:
    table(
        "staff_passkeys",
        text("id"),
        text("member_id"),
        octets("credential_digest"),
        octets("sealed"),
        unique("staff_passkeys", "credential_digest"),
        key=("id",),
        clustered=False,
    )
    index("staff_passkeys", "member_id")
    table(
        "staff_challenges",
        text("session_id"),
        instant("expires_at"),
        octets("sealed"),
        key=("session_id",),
    )
    index("staff_challenges", "expires_at")
    for name in TABLES:
        guards.tenant(name)
    expect_many_rows()


def downgrade() -> None:
    guards.drop(*reversed(TABLES))
