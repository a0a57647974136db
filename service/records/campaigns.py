"""
Hold that a circle of people was asked something at once.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import ActorId, CampaignId, ChannelId, TemplateId, UnitId
from service.decision.terms import Category


@dataclass(frozen=True, slots=True)
class Asked:
    """
    About whom is asked, and what; left out: everybody, everything.
    """

    unit_id: UnitId | None = None
    category: Category | None = None
    template_id: TemplateId | None = None
    """Only what this form asks, in its newest version."""
    channel_ids: tuple[ChannelId, ...] = ()


@dataclass(frozen=True, slots=True)
class Campaign:
    """
    Somebody of the staff asked; who answered is never stored, but seen.
    """

    id: CampaignId
    asked: Asked
    started_at: datetime
    started_by: ActorId
