"""
Hold posts that somebody proposes, and what becomes of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from service.decision.case import Use
from service.decision.ids import (
    ActorId,
    ChannelId,
    CheckId,
    PersonId,
    PhotoId,
    ProposalId,
    PublicationId,
    UnitId,
)
from service.decision.naming import Mention
from service.decision.proposing import State
from service.decision.takedowns import Cause
from service.decision.terms import Purpose


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    A post as it was proposed, without its words.
    """

    id: ProposalId
    channel_id: ChannelId
    unit_id: UnitId | None
    """The channel's unit then: whose publisher decides."""
    purpose: Purpose
    photo_ids: tuple[PhotoId, ...]
    person_ids: tuple[PersonId, ...]
    uses: tuple[Use, ...]
    planned_on: date | None
    """The day it is meant for; None as soon as it is approved."""
    checklist: tuple[str, ...]
    """The lines of the channel's checklist, each of which was ticked."""
    check_id: CheckId
    proposed_at: datetime
    proposed_by: ActorId


@dataclass(frozen=True, slots=True)
class ProposalWords:
    """
    What is to be written; kept until it is published, and a little longer.
    """

    caption: str = ""
    alt_texts: tuple[str, ...] = ()
    """Each picture in words, in the order of the photos."""


@dataclass(frozen=True, slots=True)
class ProposalEvent:
    """
    What became of a proposal.
    """

    number: int
    state: State
    recorded_at: datetime
    actor_id: ActorId
    check_id: CheckId | None = None
    """The verdict of that instant."""
    publication_id: PublicationId | None = None
    cause: Cause | None = None
    """Why it was cancelled: a class, never whose wish."""


@dataclass(frozen=True, slots=True)
class Approvals:
    """
    Hold who agreed with a proposal, where two must (domain rule 21).
    """

    needed: int = 0
    """None where a publisher is enough."""
    by: tuple[ActorId, ...] = ()
    """Those who may agree today, too: nobody else counts."""

    @property
    def is_missing_some(self) -> bool:
        """
        Tell whether somebody must still agree.
        """
        return len(self.by) < self.needed


@dataclass(frozen=True, slots=True)
class ProposalStory:
    """
    A proposal with its words, as far as they are kept, and its story.
    """

    proposal: Proposal
    state: State
    words: ProposalWords | None
    events: tuple[ProposalEvent, ...] = ()
    notes: Mapping[int, str] = field(default_factory=dict)
    """What somebody wrote beside an event, by its number."""
    names: Mapping[ActorId, str] = field(default_factory=dict)
    """What those who moved it are called, as far as it is known."""
    approvals: Approvals = Approvals()


@dataclass(frozen=True, slots=True)
class Queued:
    """
    An open proposal, with what it says of whom.
    """

    proposal: Proposal
    mentions: tuple[Mention, ...] = ()
    uses: tuple[Use, ...] = ()

    @property
    def post(self) -> Proposal:
        """
        Give what is to be judged.
        """
        return self.proposal

    @property
    def planned_on(self) -> date | None:
        """
        Give the day for which it is planned, if it is.
        """
        return self.proposal.planned_on
