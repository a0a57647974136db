"""
Hold the channels: where the organisation may publish at all.
"""

from dataclasses import dataclass, field
from datetime import datetime

from service.decision.ids import ActorId, ChannelId, GroupId, UnitId
from service.decision.later import ADDED_LATER
from service.decision.terms import Audience, Medium, PhotoPublisher, Purpose, QuotaWindow

TWO = 2


@dataclass(frozen=True, slots=True)
class Contact:
    """
    A named human (or desk) that the next step points to.
    """

    name: str
    role: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Quota:
    """
    At most *limit* publications in a window (domain rule 17).
    """

    limit: int
    window: QuotaWindow = QuotaWindow.ISO_WEEK


@dataclass(frozen=True, slots=True)
class Channel:
    """
    A registered page, group, site, leaflet or newspaper.
    """

    id: ChannelId
    name: str
    medium: Medium
    platform: str
    audience: Audience
    purposes: frozenset[Purpose]
    """Purposes the channel exists for; another purpose is never permitted."""
    unit_id: UnitId | None = None
    group_ids: frozenset[GroupId] = frozenset()
    """Every group it belongs or ever belonged to: a no outlives a move."""
    quota: Quota | None = None
    publisher_ids: frozenset[ActorId] = frozenset()
    photo_publisher: PhotoPublisher = PhotoPublisher.PUBLISHERS
    special_category: bool = False
    """Appearing here reveals health, faith, …: explicit consent is needed."""
    closed: bool = False
    """Taken out of the register: nothing may be published there."""
    meaning_since: datetime | None = None
    """Since when it means what it means (wider audience, new purpose): older yes lapses."""
    contact: Contact | None = None
    checklist: tuple[str, ...] = ()
    checklist_version: int = 0
    two_approvals: bool = field(default=False, metadata=ADDED_LATER)
    """What is proposed here needs two members who agree (domain rule 21)."""

    @property
    def approvals_needed(self) -> int:
        """
        Say how many others must agree, and be able to when it is published.

        Where one is enough, nobody counts: whoever publishes may do so unproposed.
        """
        return TWO if self.two_approvals else 0
