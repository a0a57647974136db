"""
Make proposals and what becomes of them.
"""

from collections.abc import Iterable
from datetime import datetime

from service.decision.ids import ChannelId, CheckId, PersonId, PhotoId, ProposalId, UnitId
from service.decision.proposing import State
from service.decision.terms import Purpose
from service.records.proposals import Proposal, ProposalEvent
from tests.persistence.ground import ASHA, NOW


def make_proposal(
    name: str = "one",
    *people: str,
    photos: Iterable[str] = (),
    unit: str = "kitchen",
    at: datetime = NOW,
) -> Proposal:
    """
    Make a post that somebody proposes for Facebook.
    """
    return Proposal(
        id=ProposalId(f"proposal-{name}"),
        channel_id=ChannelId("channel-facebook"),
        unit_id=UnitId(f"unit-{unit}"),
        purpose=Purpose.INFORMATION,
        photo_ids=tuple(PhotoId(f"photo-{photo}") for photo in photos),
        person_ids=tuple(PersonId(f"person-{person}") for person in people),
        uses=(),
        planned_on=None,
        checklist=(),
        check_id=CheckId("check-one"),
        proposed_at=at,
        proposed_by=ASHA,
    )


def make_step(state: State, *, at: datetime = NOW) -> ProposalEvent:
    """
    Say that a proposal came to a state.
    """
    return ProposalEvent(number=0, state=state, recorded_at=at, actor_id=ASHA)
