"""
Hold what is known of drafts: pictures kept between two steps.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import ActorId, DraftId, PhotoId
from service.decision.photos import Cover


@dataclass(frozen=True, slots=True)
class Draft:
    """
    One picture of one person at work, uploaded or made by covering.

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
