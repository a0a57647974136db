"""
Create what lets families in.
"""

import sqlalchemy as sa

from service.persistence import guards
from service.persistence.migrating import index, instant, number, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEYS = {"door_keys": ("digest",), "door_tries": ("key_id", "number"), "door_requests": ("id",)}


def upgrade() -> None:
    table(
        "door_keys",
        octets("digest"),
        text("id"),
        text("kind"),
        text("signatory_id"),
        octets("code_digest"),
        instant("made_at"),
        instant("expires_at"),
        key=KEYS["door_keys"],
    )
    index("door_keys", "signatory_id", "made_at")
    index("door_keys", "expires_at")
    table(
        "door_tries",
        text("key_id"),
        number("number"),
        instant("tried_at"),
        sa.Column("was_right", sa.Boolean(), nullable=False),
        key=KEYS["door_tries"],
    )
    index("door_tries", "tried_at")
    table(
        "door_requests",
        text("id"),
        octets("digest"),
        instant("requested_at"),
        key=KEYS["door_requests"],
    )
    index("door_requests", "digest", "requested_at")
    index("door_requests", "requested_at")
    for name, key in KEYS.items():
        guards.append_only(name, key)
        guards.deletable(name)
        guards.tenant(name)
    expect_many_rows()


def downgrade() -> None:
    guards.drop(*KEYS)
