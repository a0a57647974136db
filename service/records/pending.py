"""
Hold answers that one member of staff entered and another must confirm.
"""

from dataclasses import dataclass
from datetime import date, datetime

from service.decision.ids import (
    ActorId,
    ChannelId,
    FormVersionId,
    GroupId,
    PendingId,
    PersonId,
    SignatoryId,
)
from service.decision.terms import Capacity, Matter, Method


@dataclass(frozen=True, slots=True)
class PendingYes:
    """
    One part of it: these matters in these places.
    """

    matters: frozenset[Matter]
    channel_ids: frozenset[ChannelId] = frozenset()
    group_ids: frozenset[GroupId] = frozenset()


@dataclass(frozen=True, slots=True)
class PendingAnswer:
    """
    A yes that counts as nothing until somebody else has looked (threat T7).
    """

    id: PendingId
    person_id: PersonId
    signatory_id: SignatoryId
    capacity: Capacity
    proposed_at: datetime
    proposed_by: ActorId
    form_version_id: FormVersionId
    method: Method
    signed_on: date
    parts: tuple[PendingYes, ...]
    language: str = ""
    explicit: bool = False
    expires_on: date | None = None
    witness_note: str = ""
    media_type: str = ""
    """Of the scan or recording; empty: there is none, only the word of a witness."""
