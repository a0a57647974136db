"""
Say who is told of what waits.
"""

from collections.abc import Mapping, Sequence

from service.decision.ids import ActorId, MemberId
from service.decision.powers import Role, Scope
from service.records.notices import Stage, Topic
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.mail import Reader, active_members
from service.usecases.notices.pending import Pending
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.member_caller import caller_for

WHOSE: Mapping[Topic, Role] = {
    Topic.TAKEDOWN: Role.PUBLISHER,
    Topic.COMPLAINT: Role.DATA_PROTECTION_OFFICER,
    Topic.BREACH: Role.DATA_PROTECTION_OFFICER,
    Topic.PROPOSAL: Role.PUBLISHER,
    Topic.REFUSAL: Role.REGISTRAR,
    Topic.ANSWER: Role.REGISTRAR,
    Topic.BUDGET: Role.ADMINISTRATOR,
}
"""Whose daily work it is: others who may do it are told only where there is none."""


CONCERNED: Mapping[Topic, Scope] = {
    Topic.TAKEDOWN: Scope.PUBLICATIONS_WRITE,
    Topic.PROPOSAL: Scope.PUBLICATIONS_WRITE,
    Topic.COMPLAINT: Scope.COMPLAINTS_WRITE,
    Topic.BREACH: Scope.COMPLAINTS_WRITE,
    Topic.REFUSAL: Scope.CONSENTS_WRITE,
    Topic.ANSWER: Scope.CONSENTS_WRITE,
    Topic.BUDGET: Scope.ADMIN,
}
"""What somebody must be able to do to be told of a topic."""


def topics_for(caller: Caller) -> tuple[Topic, ...]:
    """
    Give of what somebody may be told.
    """
    return tuple(topic for topic, scope in CONCERNED.items() if caller.may(scope))


def readers_of(
    work: UnitOfWork, pending: Sequence[Pending], stage: Stage, but: ActorId | None = None
) -> Mapping[Reader, Sequence[Pending]]:
    """
    Give whom to tell of what, each address once.

    Where nobody who may act is there, the contact of the organisation is told.

    Args:
        but: Who did it, and knows.
    """
    members, house = tuple(active_members(work)), work.organisations.current()
    but_id = MemberId(but) if but is not None else None
    by_address: dict[str, tuple[Reader, list[Pending]]] = {}
    for each in pending:
        chosen = _chosen(work, members, each)
        told = [
            Reader.of(one) for one in chosen if one.id != but_id and each.topic not in one.quiet
        ]
        contacts = [one for one in each.contacts(stage) if one.email]
        if house.contact.email and not chosen and not contacts:
            contacts = [house.contact]
        told += [Reader.without_account(one, house) for one in contacts]
        for reader in told:
            _, list_of = by_address.setdefault(reader.email.casefold(), (reader, []))
            if each not in list_of:
                list_of.append(each)
    return dict(by_address.values())


def _chosen(work: UnitOfWork, members: Sequence[Member], pending: Pending) -> Sequence[Member]:
    """
    Choose among those who may act: the named, else whose work it is, else all.
    """
    able = [each for each in members if pending.is_for(caller_for(work.organisation_id, each))]
    named = [each for each in able if ActorId(each.id) in pending.named]
    role = WHOSE[pending.topic]
    fitting = [each for each in able if role in {held.role for held in each.appointments}]
    return named or fitting or able
