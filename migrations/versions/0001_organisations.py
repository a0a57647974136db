"""
Create organisations, and the tables that every room of the registry uses.
"""

import sqlalchemy as sa

from service.persistence import guards
from service.persistence.migrating import (
    INSTANT,
    index,
    instant,
    number,
    octets,
    table,
    text,
    versioned,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TENANTS = ("organisation_settings", "units", "unique_names", "changes", "erasures", "replays")


def upgrade() -> None:
    guards.install()
    # Read before it is known for whom, so without row-level security: id and slug only.
    table(
        "organisations",
        text("slug"),
        sa.UniqueConstraint("slug", name="uq_organisations_slug"),
        key=(),
    )
    guards.kept("organisations")
    for name in ("organisation_settings", "units"):
        versioned(name)
        guards.append_only(name, ("id", "version"))
    table("unique_names", text("kind"), text("name"), text("record_id"), key=("kind", "name"))
    index("unique_names", "kind", "record_id")
    _logs()
    for name in TENANTS:
        guards.tenant(name)


def _logs() -> None:
    table("changes", text("log"), number("seq"), text("subject_id"), key=("log", "seq"))
    guards.append_only("changes", ("log", "seq"))
    table(
        "erasures",
        text("kind"),
        text("subject_id"),
        sa.Column("erased_at", INSTANT),
        key=("kind", "subject_id"),
    )
    guards.append_only("erasures", ("kind", "subject_id"))
    table(
        "replays",
        text("actor_id"),
        text("key"),
        octets("request_digest"),
        text("made_id"),
        instant("made_at"),
        key=("actor_id", "key"),
    )
    guards.append_only("replays", ("actor_id", "key"))


def downgrade() -> None:
    guards.drop(*reversed(TENANTS), "organisations")
    guards.uninstall()
