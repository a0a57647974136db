"""
Keep consent records as they were received.
"""

from service.persistence import guards
from service.persistence.migrating import index, instant, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "received_records",
        text("act_id"),
        text("person_id"),
        instant("received_at"),
        octets("sealed_document"),
        key=("act_id",),
        clustered=False,
    )
    index("received_records", "person_id")
    guards.append_only("received_records", ("act_id",))
    guards.deletable("received_records")
    guards.tenant("received_records")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("received_records")
