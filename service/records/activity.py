"""
Hold what was asked, answered and published, and by whom.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from service.decision.ids import (
    ActorId,
    ChannelId,
    CheckId,
    KeyId,
    PersonId,
    PhotoId,
    PublicationId,
    UnitId,
)
from service.decision.later import ADDED_LATER
from service.decision.powers import Reach, Scope
from service.decision.terms import Answer, Purpose
from service.ledger.kinds import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """
    Whoever is asking: a human, a machine's key, the service itself.
    """

    id: ActorId
    kind: ActorKind
    name: str
    scopes: frozenset[Scope]
    unit_ids: frozenset[UnitId] | None = None
    """Units whose names may be looked up; None is the whole organisation."""
    in_units: Mapping[UnitId, frozenset[Scope]] = field(default_factory=dict, hash=False)
    """All that a human may do in single units: `scopes`, and more."""

    @property
    def reach(self) -> Reach:
        """
        Give what they may do, and where.
        """
        return Reach(self.scopes, self.unit_ids, self.in_units)


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """
    A question and the answer it got, replayable from here alone.
    """

    id: CheckId
    asked_at: datetime
    actor_id: ActorId
    question: Mapping[str, Any]
    """Plain values: what was asked, without picture, fingerprint or words."""
    outcome: Mapping[str, Any]
    """Plain values: answers, reasons, matches, versions."""
    answer: Answer
    person_ids: tuple[PersonId, ...] = ()
    """Everybody whose name or picture was looked up."""


class PublishedAs(StrEnum):
    """
    In whose name something was published.

    No rule decides by it: the same people are in the picture.
    """

    ORGANISATION = "organisation"
    STAFF = "staff"
    """By somebody who works here, in their own name."""
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Publication:
    """
    Something was published, or is planned; counted for the channel's quota.
    """

    id: PublicationId
    channel_id: ChannelId
    purpose: Purpose
    published_at: datetime
    recorded_at: datetime
    actor_id: ActorId
    check_id: CheckId
    """The verdict recomputed in the same transaction."""
    photo_ids: tuple[PhotoId, ...] = ()
    person_ids: tuple[PersonId, ...] = ()
    caption_digest: str = ""
    """SHA-256 of the caption, hexadecimal: names in it are not kept for ever."""
    where: str = ""
    """Address of the post, print run, or issue."""
    alt_text: str = ""
    reshare_of: PublicationId | None = None
    """The publication that was shared again here, with its photos and people."""
    published_as: PublishedAs = field(default=PublishedAs.ORGANISATION, metadata=ADDED_LATER)
    """Domain rules 16 and 31."""


class PublicationEventKind(StrEnum):
    """
    What may happen to a publication later.
    """

    CORRECTED = "corrected"
    TAKEN_DOWN = "taken_down"


@dataclass(frozen=True, slots=True)
class PublicationEvent:
    """
    What happened to a publication later.
    """

    publication_id: PublicationId
    kind: PublicationEventKind
    happened_at: datetime
    recorded_at: datetime
    actor_id: ActorId
    note: str = ""
    corrected_by: PublicationId | None = None


def taken_down_at(events: Iterable[PublicationEvent]) -> datetime | None:
    """
    Give when a publication came down; None: it is live.
    """
    down = (each for each in events if each.kind is PublicationEventKind.TAKEN_DOWN)
    return next((each.happened_at for each in down), None)


@dataclass(frozen=True, slots=True)
class ApiKey:
    """
    A key of a machine: the secret is stored as a digest only.
    """

    id: KeyId
    name: str
    digest: bytes
    scopes: frozenset[Scope]
    unit_ids: frozenset[UnitId] | None
    issued_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None

    def __repr__(self) -> str:
        """
        Show everything but the digest.
        """
        return f"ApiKey(id={self.id!r}, name={self.name!r})"


@dataclass(frozen=True, slots=True)
class Replay:
    """
    The stored answer of a creating call, for its idempotency key.
    """

    key: str
    request_digest: bytes
    status: int
    body: bytes
