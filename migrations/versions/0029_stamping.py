"""
Keep the time stamps that others gave to our heads.
"""

from service.persistence import guards
from service.persistence.migrating import instant, number, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "head_stamps",
        number("size", big=True),
        instant("stamped_at"),
        text("note"),
        octets("reply"),
        key=("size", "stamped_at"),
    )
    guards.append_only("head_stamps", ("size", "stamped_at"))
    guards.tenant("head_stamps")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("head_stamps")
