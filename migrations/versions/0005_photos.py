"""
Create photos, what they look like, and what is said of them.
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
    versioned,
)

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ERASABLE = {
    "photo_traces": ("photo_id",),
    "photo_fingerprints": ("photo_id", "algorithm", "algorithm_version"),
    "photo_previews": ("photo_id",),
}
LASTING = {
    "photos": ("id",),
    "attestations": ("id",),
    "depictions": ("id", "version"),
    "rights": ("id", "version"),
}


def upgrade() -> None:
    _photos()
    _looks()
    _sayings()
    for name, key in LASTING.items():
        guards.append_only(name, key)
        guards.tenant(name)
    for name, key in ERASABLE.items():
        guards.erasable(name, guards.erased("photo", "photo_id"), key)
        guards.tenant(name)


def _photos() -> None:
    table(
        "photos",
        text("id"),
        text("format"),
        number("width_px"),
        number("height_px"),
        sa.Column("textureless", sa.Boolean(), nullable=False),
        sa.Column("intimate", sa.Boolean(), nullable=False),
        sa.Column("public_place", sa.Boolean(), nullable=False),
        instant("registered_at"),
        text("registered_by"),
        key=("id",),
    )


def _looks() -> None:
    table(
        "photo_traces",
        text("photo_id"),
        octets("digest_bytes"),
        octets("digest_pixels"),
        text("title"),
        belongs("photo_traces", "photo_id", "photos"),
        key=("photo_id",),
    )
    index("photo_traces", "digest_bytes")
    index("photo_traces", "digest_pixels")
    table(
        "photo_fingerprints",
        text("photo_id"),
        text("algorithm"),
        number("algorithm_version"),
        octets("sealed_bits"),
        belongs("photo_fingerprints", "photo_id", "photos"),
        key=("photo_id", "algorithm", "algorithm_version"),
    )
    table(
        "photo_previews",
        text("photo_id"),
        octets("sealed_jpeg"),
        belongs("photo_previews", "photo_id", "photos"),
        key=("photo_id",),
        clustered=False,
    )


def _sayings() -> None:
    table(
        "attestations",
        text("id"),
        text("photo_id"),
        number("depictions_version"),
        instant("attested_at"),
        text("attested_by"),
        text("document"),
        key=("id",),
    )
    index("attestations", "photo_id", "attested_at")
    versioned("depictions", "person_ids")
    versioned("rights")


def downgrade() -> None:
    guards.drop(*ERASABLE, *reversed(LASTING))
