"""
Create forms, consent acts and their evidence.
"""

import sqlalchemy as sa

from service.persistence import guards
from service.persistence.migrating import (
    belongs,
    index,
    instant,
    number,
    octets,
    table,
    text,
    unique,
)

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "form_templates": (("id",), ("slug",)),
    "form_versions": (("id",), ("template_id", "number")),
    "form_texts": (("version_id", "language"),),
    "consent_acts": (("id",),),
    "evidence": (("id",),),
}


def upgrade() -> None:
    _forms()
    _acts()
    for name, keys in TABLES.items():
        guards.append_only(name, *keys)
        guards.tenant(name)


def _forms() -> None:
    table(
        "form_templates",
        text("id"),
        text("slug"),
        text("name"),
        instant("recorded_at"),
        text("recorded_by"),
        unique("form_templates", "slug"),
        key=("id",),
    )
    table(
        "form_versions",
        text("id"),
        text("template_id"),
        number("number"),
        instant("published_at"),
        text("recorded_by"),
        text("document"),
        belongs("form_versions", "template_id", "form_templates"),
        unique("form_versions", "template_id", "number"),
        key=("id",),
    )
    table(
        "form_texts",
        text("version_id"),
        text("language"),
        text("text"),
        text("digest"),
        belongs("form_texts", "version_id", "form_versions"),
        key=("version_id", "language"),
        clustered=False,
    )


def _acts() -> None:
    table(
        "consent_acts",
        text("id"),
        text("person_id"),
        text("signatory_id"),
        text("kind"),
        sa.Column("form_version_id", sa.Text()),
        instant("signed_from"),
        instant("signed_until"),
        instant("recorded_at"),
        text("recorded_by"),
        text("document"),
        key=("id",),
    )
    index("consent_acts", "person_id", "recorded_at")
    index("consent_acts", "signatory_id")
    table(
        "evidence",
        text("id"),
        text("act_id"),
        text("media_type"),
        text("digest"),
        octets("sealed_content"),
        octets("sealed_note"),
        instant("recorded_at"),
        text("recorded_by"),
        belongs("evidence", "act_id", "consent_acts"),
        key=("id",),
        clustered=False,
    )
    index("evidence", "act_id")


def downgrade() -> None:
    guards.drop(*reversed(TABLES))
