"""
Name the tables of forms, acts and evidence: all append-only.
"""

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from service.persistence.schema.instants import Instant
from service.persistence.schema.metadata import key, metadata, organisation_column, text

form_templates = Table(
    "form_templates",
    metadata,
    organisation_column(),
    key("id"),
    text("slug"),
    text("name"),
    Column("recorded_at", Instant, nullable=False),
    text("recorded_by"),
    UniqueConstraint("organisation_id", "slug"),
    sqlite_with_rowid=False,
)

form_versions = Table(
    "form_versions",
    metadata,
    organisation_column(),
    key("id"),
    text("template_id"),
    Column("number", Integer, nullable=False),
    Column("published_at", Instant, nullable=False),
    text("recorded_by"),
    text("document"),
    ForeignKeyConstraint(
        ["organisation_id", "template_id"],
        ["form_templates.organisation_id", "form_templates.id"],
    ),
    UniqueConstraint("organisation_id", "template_id", "number"),
    sqlite_with_rowid=False,
)

form_texts = Table(
    "form_texts",
    metadata,
    organisation_column(),
    key("version_id"),
    key("language"),
    text("text"),
    text("digest"),
    ForeignKeyConstraint(
        ["organisation_id", "version_id"], ["form_versions.organisation_id", "form_versions.id"]
    ),
)

consent_acts = Table(
    "consent_acts",
    metadata,
    organisation_column(),
    key("id"),
    text("person_id"),
    text("signatory_id"),
    text("kind"),
    Column("form_version_id", Text),
    Column("signed_from", Instant, nullable=False),
    Column("signed_until", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    text("recorded_by"),
    text("document"),
    sqlite_with_rowid=False,
)
Index(None, consent_acts.c.organisation_id, consent_acts.c.person_id, consent_acts.c.recorded_at)
Index(None, consent_acts.c.organisation_id, consent_acts.c.signatory_id)

evidence = Table(
    "evidence",
    metadata,
    organisation_column(),
    key("id"),
    text("act_id"),
    text("media_type"),
    text("digest"),
    Column("sealed_content", LargeBinary, nullable=False),
    Column("sealed_note", LargeBinary, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    text("recorded_by"),
    ForeignKeyConstraint(
        ["organisation_id", "act_id"], ["consent_acts.organisation_id", "consent_acts.id"]
    ),
)
Index(None, evidence.c.organisation_id, evidence.c.act_id)
