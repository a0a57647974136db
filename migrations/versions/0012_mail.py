"""
Create the outbox.
"""

from service.persistence import guards
from service.persistence.migrating import belongs, index, instant, number, octets, table, text
from service.persistence.sizes import expect_many_rows

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

LASTING = {
    "letters": ("id",),
    "letter_people": ("person_id", "letter_id"),
    "letter_attempts": ("letter_id", "number"),
}
PASSING = {"letter_contents": ("letter_id",), "letters_due": ("letter_id",)}


def upgrade() -> None:
    table(
        "letters",
        text("id"),
        text("kind"),
        text("carrier"),
        text("recipient_id"),
        instant("written_at"),
        key=("id",),
    )
    index("letters", "recipient_id")
    table(
        "letter_contents",
        text("letter_id"),
        octets("sealed"),
        belongs("letter_contents", "letter_id", "letters"),
        key=("letter_id",),
        clustered=False,
    )
    table(
        "letter_people",
        text("person_id"),
        text("letter_id"),
        belongs("letter_people", "letter_id", "letters"),
        key=("person_id", "letter_id"),
    )
    index("letter_people", "letter_id")
    table(
        "letter_attempts",
        text("letter_id"),
        number("number"),
        text("outcome"),
        text("detail"),
        instant("attempted_at"),
        belongs("letter_attempts", "letter_id", "letters"),
        key=("letter_id", "number"),
    )
    table(
        "letters_due",
        text("letter_id"),
        instant("due_at"),
        number("tries"),
        belongs("letters_due", "letter_id", "letters"),
        key=("letter_id",),
    )
    index("letters_due", "due_at")
    _guard()
    expect_many_rows()


def _guard() -> None:
    for name, key in (LASTING | PASSING).items():
        guards.append_only(name, key)
        if name != "letters_due":  # the postman looks through every organisation
            guards.tenant(name)
    for name in PASSING:
        guards.deletable(name)


def downgrade() -> None:
    guards.drop(*PASSING, "letter_attempts", "letter_people", "letters")
