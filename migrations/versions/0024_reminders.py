"""
Remember which reminders were written, so that each is written once.
"""

from service.persistence import guards
from service.persistence.migrating import index, instant, number, table, text
from service.persistence.sizes import expect_many_rows

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

KEY = ("person_id", "signatory_id", "occasion", "falls_on", "step_days")


def upgrade() -> None:
    table(
        "reminders",
        text("person_id"),
        text("signatory_id"),
        text("occasion"),
        text("falls_on"),
        number("step_days"),
        text("letter_id"),
        instant("written_at"),
        key=KEY,
    )
    index("reminders", "letter_id")
    guards.append_only("reminders", KEY)
    guards.tenant("reminders")
    expect_many_rows()


def downgrade() -> None:
    guards.drop("reminders")
