"""
Hold what persistence gathers for one question, and how it is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from service.decision.case import House
from service.decision.channels import Channel
from service.decision.consents import FormVersion
from service.decision.holds import Hold
from service.decision.ids import ChannelId, FormVersionId, PersonId, PhotoId
from service.decision.people import Dossier
from service.decision.photos import Photo


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What a question needs to know.

    `channel_ids` None asks for every open channel.  People depicted in
    `photo_ids` are gathered along with `person_ids`.
    """

    at: datetime
    known_at: datetime
    person_ids: frozenset[PersonId] = frozenset()
    photo_ids: frozenset[PhotoId] = frozenset()
    channel_ids: frozenset[ChannelId] | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """
    Everything recorded up to `known_at` that the question needs.
    """

    house: House
    dossiers: Mapping[PersonId, Dossier] = field(default_factory=dict)
    channels: Mapping[ChannelId, Channel] = field(default_factory=dict)
    photos: Mapping[PhotoId, Photo] = field(default_factory=dict)
    form_versions: Mapping[FormVersionId, FormVersion] = field(default_factory=dict)
    holds: tuple[Hold, ...] = ()
    published: Mapping[ChannelId, tuple[datetime, ...]] = field(default_factory=dict)
