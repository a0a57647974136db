"""
Name the tables of channels, their groups, holds, reviews and closures.
"""

from sqlalchemy import Column, Index, Text

from service.persistence.schema.versioned import versioned

channels = versioned("channels", "slug", "medium", "unit_id", "group_ids", "closed")
channels.append_column(Column("ruling", Text, nullable=False))
"""The channel as the rules see it: every group it ever belonged to, since when it
means what it means.  Computed once, when the version is written."""

channel_groups = versioned("channel_groups", "slug")
holds = versioned("holds", "kind", "person_id", "unit_id", "photo_id")
reviews = versioned("reviews", "kind")
form_closures = versioned("form_closures", "closed")

Index(None, holds.c.organisation_id, holds.c.person_id)
Index(None, holds.c.organisation_id, holds.c.photo_id)
