"""
Hold what is known of a draft: a picture kept for a while, between two steps.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import ActorId, DraftId, PhotoId
from service.decision.photos import Cover


@dataclass(frozen=True, slots=True)
class Draft:
    """
    One uploaded picture, or one made of it by covering, of one person at work.

    The picture itself is read apart, and only when it is needed.
    """

    id: DraftId
    actor_id: ActorId
    kept_at: datetime
    filename: str
    """What it was called, without folders and control characters; may be nothing."""
    size_bytes: int
    made_from_id: DraftId | None = None
    """The draft that was covered to make this one; it may be gone."""
    derived_from: PhotoId | None = None
    """The registered photo that the covered picture was."""
    covers: tuple[Cover, ...] = ()
    """All of them, on the picture before the first."""


@dataclass(frozen=True, slots=True)
class DraftUsage:
    """
    What somebody's drafts take.
    """

    count: int
    size_bytes: int
