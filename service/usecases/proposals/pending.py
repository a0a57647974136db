"""
Say which proposals wait for an approval, as the staff are told by mail.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from service.decision.channels import Channel
from service.decision.ids import ChannelId
from service.decision.powers import Scope
from service.decision.proposing import State
from service.records.facts import Wanted
from service.records.notices import Topic
from service.records.proposals import Proposal
from service.usecases.caller import Caller
from service.usecases.notices import Pending, last_minute_of
from service.usecases.ports.work import UnitOfWork


def pending_proposals(work: UnitOfWork, now: datetime) -> Iterator[Pending]:
    """
    Give every proposal that nobody decided on yet.
    """
    found = work.proposals.in_state(State.PROPOSED)
    if found:
        channel_ids = frozenset(each.channel_id for each in found)
        facts = work.facts.gather(Wanted(at=now, known_at=now, channel_ids=channel_ids))
        yield from as_pending(work, found, facts.channels)


def as_pending(
    work: UnitOfWork, proposals: Iterable[Proposal], channels: Mapping[ChannelId, Channel]
) -> Iterator[Pending]:
    """
    Give proposals as they may be told: where and when, never what.
    """
    house = work.organisations.current()
    zone = ZoneInfo(house.time_zone)
    for each in proposals:
        day = each.planned_on
        yield Pending(
            topic=Topic.PROPOSAL,
            id=each.id,
            title=channels[each.channel_id].name,
            path="/proposals",
            group=each.channel_id,
            began_at=each.proposed_at,
            due_at=last_minute_of(day, zone) if day else None,
            is_for=partial(_may_approve, each, own_approval=house.publishing.own_approval),
            named=channels[each.channel_id].publisher_ids,
        )


def _may_approve(proposal: Proposal, caller: Caller, *, own_approval: bool) -> bool:
    """
    Tell whether somebody sees a proposal and is the second pair of eyes on it.
    """
    is_second = own_approval or proposal.proposed_by != caller.actor.id
    wanted = (Scope.PUBLICATIONS_READ, Scope.PUBLICATIONS_WRITE)
    return is_second and all(caller.has_in(each, proposal.unit_id) for each in wanted)
