"""
Keep the heads of other logs that we vouched for.
"""

from service.persistence import guards
from service.persistence.migrating import instant, number, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "witnessed_heads",
        text("origin"),
        number("size", big=True),
        instant("seen_at"),
        octets("root"),
        text("note"),
        text("vkey"),
        key=("origin", "size", "seen_at"),
    )
    guards.append_only("witnessed_heads", ("origin", "size", "seen_at"))
    guards.tenant("witnessed_heads")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("witnessed_heads")
