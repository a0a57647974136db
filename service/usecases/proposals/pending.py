"""
Say which proposals wait for an approval, as the staff are told by mail.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from service.decision.channels import Channel
from service.decision.ids import ActorId, ChannelId
from service.decision.proposing import State
from service.records.facts import Wanted
from service.records.notices import Topic
from service.records.proposals import Proposal, ProposalStory
from service.usecases.caller import Caller
from service.usecases.notices import Pending, last_minute_of
from service.usecases.ports.work import UnitOfWork
from service.usecases.proposals.approvals import may_decide

WAITING = (State.PROPOSED, State.APPROVED_ONCE)
"""Where a proposal waits for somebody to agree with it."""


def pending_proposals(work: UnitOfWork, now: datetime) -> Iterator[Pending]:
    """
    Give every proposal that nobody decided on yet.
    """
    found = [each for state in WAITING for each in work.proposals.in_state(state)]
    if found:
        channel_ids = frozenset(each.channel_id for each in found)
        facts = work.facts.gather(Wanted(at=now, known_at=now, channel_ids=channel_ids))
        yield from as_pending(work, found, facts.channel)


def still_pending(work: UnitOfWork, story: ProposalStory, now: datetime) -> Sequence[Pending]:
    """
    Give a proposal as it may be told to whoever else must agree with it.
    """
    ids = frozenset({story.proposal.channel_id})
    facts = work.facts.gather(Wanted(at=now, known_at=now, channel_ids=ids))
    return tuple(as_pending(work, [story.proposal], facts.channel))


def as_pending(
    work: UnitOfWork, proposals: Collection[Proposal], channel_of: Callable[[ChannelId], Channel]
) -> Iterator[Pending]:
    """
    Give proposals as they may be told: where and when, never what.
    """
    house = work.organisations.current()
    zone = ZoneInfo(house.time_zone)
    approvers = work.proposals.approvers_of(each.id for each in proposals)
    for each in proposals:
        day, channel = each.planned_on, channel_of(each.channel_id)
        own_approval = house.publishing.own_approval and not channel.two_approvals
        but = approvers.get(each.id, frozenset()) if channel.two_approvals else frozenset()
        but |= frozenset() if own_approval else {each.proposed_by}
        yield Pending(
            topic=Topic.PROPOSAL,
            id=each.id,
            title=channel.name,
            path="/proposals",
            group=each.channel_id,
            began_at=each.proposed_at,
            due_at=last_minute_of(day, zone) if day else None,
            is_for=partial(_may_approve, each, but),
            named=channel.publisher_ids,
        )


def _may_approve(proposal: Proposal, but: frozenset[ActorId], caller: Caller) -> bool:
    """
    Tell whether somebody sees a proposal and is another pair of eyes on it.
    """
    return caller.actor.id not in but and may_decide(caller, proposal.unit_id)
