"""
Keep an organisation's own provider, and who signs in through it.
"""

from service.persistence import guards
from service.persistence.migrating import index, instant, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

TABLES = ("openid_providers", "openid_links", "openid_states")


def upgrade() -> None:
    table("openid_providers", text("id"), text("document"), octets("sealed"), key=("id",))
    table(
        "openid_links", text("account"), text("member_id"), instant("linked_at"), key=("account",)
    )
    index("openid_links", "member_id")
    table("openid_states", text("id"), instant("expires_at"), octets("sealed"), key=("id",))
    index("openid_states", "expires_at")
    for name in TABLES:
        guards.tenant(name)
    expect_many_rows()


def downgrade() -> None:
    guards.drop(*reversed(TABLES))
