"""
Let checks go that were kept long enough; nothing else may be done to them.
"""

from alembic import op

from service.persistence import guards
from service.persistence.migrating import on_postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

KEYS = {"checks": "id", "check_people": "check_id"}


def upgrade() -> None:
    for table, key in KEYS.items():
        guards.deletable(table)
        guards.deletable_when(table, guards.erased("check", key))


def downgrade() -> None:
    for table in KEYS:
        guards.deletable(table)
        if on_postgresql():
            op.execute(f"DROP FUNCTION {table}_refuse_delete()")
        guards.no_longer_deletable(table)
