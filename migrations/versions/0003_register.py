"""
Create the register of channels, their groups, and the holds.
"""

from service.persistence import guards
from service.persistence.migrating import index, text, versioned

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = ("channels", "channel_groups", "holds")


def upgrade() -> None:
    versioned(
        "channels", "slug", "medium", "unit_id", "group_ids", "closed", extra=[text("ruling")]
    )
    versioned("channel_groups", "slug")
    versioned("holds", "kind", "person_id", "unit_id", "photo_id")
    index("holds", "person_id")
    index("holds", "photo_id")
    for name in TABLES:
        guards.append_only(name, ("id", "version"))
        guards.tenant(name)


def downgrade() -> None:
    guards.drop(*reversed(TABLES))
