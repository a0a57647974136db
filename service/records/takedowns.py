"""
Hold what must come down, and what is live.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.case import Use
from service.decision.ids import ChannelId, PublicationId, TakedownId, UnitId
from service.decision.naming import Mention
from service.decision.takedowns import Cause
from service.decision.terms import Medium
from service.records.activity import Publication, PublicationEvent


@dataclass(frozen=True, slots=True)
class Live:
    """
    A publication that nobody took down, with what it says of whom.
    """

    publication: Publication
    mentions: tuple[Mention, ...] = ()
    """Whom its caption names, as the check found that allowed it."""
    uses: tuple[Use, ...] = ()

    @property
    def post(self) -> Publication:
        """
        Give what is to be judged.
        """
        return self.publication

    @property
    def planned_on(self) -> None:
        """
        Give no day: it is out there.
        """
        return None


@dataclass(frozen=True, slots=True)
class Takedown:
    """
    A publication must come down until an instant.

    It is done when the publication is down; so nothing here ever changes.
    """

    id: TakedownId
    publication_id: PublicationId
    channel_id: ChannelId
    medium: Medium
    unit_id: UnitId | None
    """The channel's unit when it was opened: whose publisher has to act."""
    cause: Cause
    opened_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class TakedownRow:
    """
    A takedown beside its publication and how that came down, if it did.
    """

    takedown: Takedown
    publication: Publication
    done: PublicationEvent | None = None
    has_proof: bool = False
    """Whether a picture or document shows that it is gone."""


@dataclass(frozen=True, slots=True)
class Fate:
    """
    Whether a publication came down, or has to.
    """

    is_down: bool = False
    takedown_id: TakedownId | None = None
    """The task by which it has to come down, or did."""
    unit_id: UnitId | None = None
    """Whose publisher has to act."""

    @property
    def must_come_down(self) -> bool:
        """
        Tell whether it is live and somebody has to take it down.
        """
        return self.takedown_id is not None and not self.is_down


@dataclass(frozen=True, slots=True)
class Proof:
    """
    A picture or document which shows that something is gone.
    """

    media_type: str
    digest: str
    """SHA-256 of the content, hexadecimal."""
    content: bytes

    def __repr__(self) -> str:
        """
        Show everything but the content, which may be personal.
        """
        return f"Proof(media_type={self.media_type!r}, digest={self.digest!r})"
