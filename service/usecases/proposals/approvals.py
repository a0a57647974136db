"""
Count who agreed with a proposal, of those who may agree with it now.

On a channel that needs two approvals (domain rule 21) these are members, named humans:
the administrator of the machine and a program stand for nobody in particular, and whoever
left, or publishes there no more, is not counted.  A proposal is never changed, so what
was agreed with is what is published; another picture or channel is another proposal.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.decision.channels import Channel
from service.decision.ids import ActorId, ChannelId, MemberId, UnitId
from service.decision.powers import Scope
from service.decision.proposing import Move
from service.decision.register import publishes_on
from service.errors import Conflict, NotAllowed
from service.ledger.kinds import ActorKind
from service.records.proposals import Approvals, Proposal, ProposalStory
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.units import needs_to_publish
from service.usecases.staff.member_caller import caller_for


def with_approvals(work: UnitOfWork, stories: Sequence[ProposalStory]) -> tuple[ProposalStory, ...]:
    """
    Give proposals with who agreed, as far as it counts.
    """
    said = work.proposals.approvers_of(each.proposal.id for each in stories)
    channels: dict[ChannelId, Channel] = {}
    found = []
    for each in stories:
        proposal = each.proposal
        if proposal.channel_id not in channels:
            channels[proposal.channel_id] = work.channels.get(proposal.channel_id).channel
        channel = channels[proposal.channel_id]
        by = counted(work, proposal, channel, said.get(proposal.id, ()))
        found.append(replace(each, approvals=Approvals(channel.approvals_needed, by)))
    return tuple(found)


def counted(
    work: UnitOfWork, proposal: Proposal, channel: Channel, said: Iterable[ActorId]
) -> tuple[ActorId, ...]:
    """
    Give those who agreed and may agree now.

    None where one approval is enough.
    """
    if not channel.approvals_needed:
        return ()
    others = sorted({*said} - {proposal.proposed_by})
    return tuple(each for each in others if _may_agree(work, each, channel))


def next_approval(work: UnitOfWork, caller: Caller, story: ProposalStory) -> Move:
    """
    Say whether the caller is the only one, the first or the second.

    Raises:
        NotAllowed: Whoever proposed it agrees with themselves, no member does where
            two must, or the channel is a unit's by now that they do not publish for.
        Conflict: The caller agreed already, or everybody has who must.
    """
    needs_to_publish(caller, work.channels.get(story.proposal.channel_id).channel.unit_id)
    approvals = story.approvals
    is_own = story.proposal.proposed_by == caller.actor.id
    if not approvals.needed:
        if is_own and not work.organisations.current().publishing.own_approval:
            raise NotAllowed("Somebody else must approve what you propose.")
        return Move.APPROVE
    if is_own:
        raise NotAllowed("Two others must approve what you propose here.")
    if caller.actor.kind is not ActorKind.STAFF:
        message = "Two members approve what is published here, each signed in on the pages."
        raise NotAllowed(message)
    if caller.actor.id in approvals.by:
        raise Conflict("You approved this: another member must, too.")
    if len(approvals.by) >= approvals.needed:
        raise Conflict("Everybody approved this who must: look again.")
    is_last = len(approvals.by) + 1 == approvals.needed
    return Move.APPROVE_SECOND if is_last else Move.APPROVE_FIRST


def may_decide(caller: Caller, unit_id: UnitId | None) -> bool:
    """
    Tell whether somebody sees and decides what others propose.
    """
    wanted = (Scope.PUBLICATIONS_READ, Scope.PUBLICATIONS_WRITE)
    return all(caller.has_in(each, unit_id) for each in wanted)


def _may_agree(work: UnitOfWork, actor_id: ActorId, channel: Channel) -> bool:
    """
    Tell whether somebody is a member who publishes on a channel, today.
    """
    member = work.staff.find(MemberId(actor_id))
    if member is None or not member.is_active or not publishes_on(channel, actor_id):
        return False
    return may_decide(caller_for(work.organisation_id, member), channel.unit_id)
