"""
Say what those are called who propose and decide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.decision.ids import ActorId, KeyId
from service.records.proposals import ProposalStory
from service.usecases.organisations.operator import OPERATOR
from service.usecases.ports.work import UnitOfWork


def with_names(work: UnitOfWork, stories: Sequence[ProposalStory]) -> tuple[ProposalStory, ...]:
    """
    Give proposals with the names of whoever moved them.
    """
    known = {each: _name(work, each) for each in set(_actors(stories))}
    return tuple(
        replace(each, names={who: known[who] for who in _actors([each])}) for each in stories
    )


def _actors(stories: Sequence[ProposalStory]) -> Iterable[ActorId]:
    for each in stories:
        yield each.proposal.proposed_by
        yield from (event.actor_id for event in each.events)
        yield from each.approvals.by


def _name(work: UnitOfWork, actor_id: ActorId) -> str:
    """
    Give the name of a member or a key; nobody who was erased has one.
    """
    if actor_id == OPERATOR.id:
        return OPERATOR.name
    member = work.staff.find(actor_id)
    if member is not None:
        return member.name
    key = work.keys.find(KeyId(actor_id))
    return key.name if key is not None else ""
