"""
Keep hooks, and the messages that go there until they are old.
"""

from service.persistence import guards
from service.persistence.migrating import belongs, index, instant, number, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

KEYS = {
    "hooks": ("id",),
    "hook_deliveries": ("id",),
    "hook_attempts": ("delivery_id", "number"),
    "hooks_due": ("delivery_id",),
}


def upgrade() -> None:
    table("hooks", text("id"), text("hears"), octets("sealed"), key=("id",), clustered=False)
    table(
        "hook_deliveries",
        text("id"),
        text("hook_id"),
        text("event"),
        instant("happened_at"),
        text("body"),
        key=("id",),
    )
    index("hook_deliveries", "hook_id")
    table(
        "hook_attempts",
        text("delivery_id"),
        number("number"),
        text("outcome"),
        text("detail"),
        instant("attempted_at"),
        belongs("hook_attempts", "delivery_id", "hook_deliveries"),
        key=("delivery_id", "number"),
    )
    table(
        "hooks_due",
        text("delivery_id"),
        instant("due_at"),
        number("tries"),
        belongs("hooks_due", "delivery_id", "hook_deliveries"),
        key=("delivery_id",),
    )
    index("hooks_due", "due_at")
    for name, key in KEYS.items():
        guards.append_only(name, key)
        guards.deletable(name)
        if name != "hooks_due":  # the messenger looks through every organisation
            guards.tenant(name)
    expect_many_rows()


def downgrade() -> None:
    guards.drop(*reversed(KEYS))
