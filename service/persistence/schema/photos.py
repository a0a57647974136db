"""
Name the tables of photos; what an erasure destroys stands apart.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text
from service.persistence.schema.versioned import versioned


def _of_photo() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["organisation_id", "photo_id"], ["photos.organisation_id", "photos.id"]
    )


photos = Table(
    "photos",
    metadata,
    organisation_column(),
    key("id"),
    text("format"),
    Column("width_px", Integer, nullable=False),
    Column("height_px", Integer, nullable=False),
    Column("textureless", Boolean, nullable=False),
    Column("intimate", Boolean, nullable=False),
    Column("public_place", Boolean, nullable=False),
    Column("registered_at", Instant, nullable=False),
    text("registered_by"),
    Column("lineage", Text),
    sqlite_with_rowid=False,
)
"""That a photo was registered; this stays when the rest is erased."""

photo_traces = Table(
    "photo_traces",
    metadata,
    organisation_column(),
    key("photo_id"),
    Column("digest_bytes", LargeBinary, nullable=False),
    Column("digest_pixels", LargeBinary, nullable=False),
    text("title"),
    _of_photo(),
    sqlite_with_rowid=False,
)
Index(None, photo_traces.c.organisation_id, photo_traces.c.digest_bytes)
Index(None, photo_traces.c.organisation_id, photo_traces.c.digest_pixels)

photo_fingerprints = Table(
    "photo_fingerprints",
    metadata,
    organisation_column(),
    key("photo_id"),
    key("algorithm"),
    Column("algorithm_version", Integer, primary_key=True, autoincrement=False),
    Column("sealed_bits", LargeBinary, nullable=False),
    _of_photo(),
    sqlite_with_rowid=False,
)

photo_features = Table(
    "photo_features",
    metadata,
    organisation_column(),
    key("photo_id"),
    key("algorithm"),
    Column("algorithm_version", Integer, primary_key=True, autoincrement=False),
    Column("sealed_sketch", LargeBinary, nullable=False),
    Column("sealed_features", LargeBinary, nullable=False),
    _of_photo(),
)
"""The sketch first: it is read for every photo, the features for a few."""

photo_previews = Table(
    "photo_previews",
    metadata,
    organisation_column(),
    key("photo_id"),
    Column("sealed_jpeg", LargeBinary, nullable=False),
    _of_photo(),
)

photo_words = Table(
    "photo_words",
    metadata,
    organisation_column(),
    key("photo_id"),
    Column("sealed_words", LargeBinary, nullable=False),
    _of_photo(),
)
"""What is written in a document."""

photo_titles = Table(
    "photo_titles",
    metadata,
    organisation_column(),
    key("id"),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("recorded_at", Instant, nullable=False),
    text("recorded_by"),
    text("title"),
    ForeignKeyConstraint(["organisation_id", "id"], ["photos.organisation_id", "photos.id"]),
    sqlite_with_rowid=False,
)
"""What a photo was called later; the first title stands among its traces."""

attestations = Table(
    "attestations",
    metadata,
    organisation_column(),
    key("id"),
    text("photo_id"),
    Column("depictions_version", Integer, nullable=False),
    Column("attested_at", Instant, nullable=False),
    text("attested_by"),
    text("document"),
    sqlite_with_rowid=False,
)
Index(None, attestations.c.organisation_id, attestations.c.photo_id, attestations.c.attested_at)

depictions = versioned("depictions", "person_ids")
rights = versioned("rights")
