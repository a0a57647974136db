"""
Hold answers that came in about nobody whom we know for certain.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from service.decision.consents import TAKES_A_YES_AWAY
from service.decision.ids import (
    ActorId,
    ChannelId,
    FormVersionId,
    GroupId,
    HoldId,
    UnitId,
    UnmatchedId,
)
from service.decision.terms import ActKind, Capacity, Matter, Method, Purpose


class Discard(StrEnum):
    """
    Why an answer is about nobody here.

    A closed set: the log quotes nobody.
    """

    NOBODY_HERE = "nobody_here"
    """Whoever is meant was never one of ours."""
    RECORDED_ALREADY = "recorded_already"
    """The same answer is on record."""
    UNUSABLE = "unusable"
    """Nobody can tell who or what is meant, and whoever sent it cannot be asked."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """
    Somebody as an answer calls them.
    """

    given_name: str
    family_name: str
    born_on: date | None = None

    @property
    def full_name(self) -> str:
        """
        Give both names as one text.
        """
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class UnmatchedAnswer:
    """
    An answer as it came, until somebody says who is meant.
    """

    id: UnmatchedId
    received_at: datetime
    received_by: ActorId
    unit_ids: frozenset[UnitId] | None
    """The units of whoever took it in; None is the whole house."""
    person: NamedPerson
    signatory: NamedPerson | None
    """Who answers; None: the person."""
    capacity: Capacity
    kind: ActKind
    matters: frozenset[Matter]
    purposes: frozenset[Purpose]
    method: Method
    signed_at: datetime | None
    signed_on: date | None
    channel_ids: frozenset[ChannelId] = frozenset()
    group_ids: frozenset[GroupId] = frozenset()
    everywhere: bool = False
    explicit: bool = False
    form_version_id: FormVersionId | None = None
    language: str = ""
    starts_on: date | None = None
    expires_on: date | None = None
    witness_note: str = ""
    media_type: str = ""
    """Of the scan or message; empty: there is none."""
    evidence_note: str = ""
    hold_ids: tuple[HoldId, ...] = ()
    """What makes `ask` of everybody who may be meant, until it is settled."""

    @property
    def casts_doubt(self) -> bool:
        """
        Tell whether it may take a yes away, as a no does and a "not now".

        True also where nobody may be meant: whoever reads it cannot tell.
        """
        return self.kind in TAKES_A_YES_AWAY
