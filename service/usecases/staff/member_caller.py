"""
Give the caller that a member of staff is.
"""

from dataclasses import dataclass

from service.decision.ids import ActorId, MemberId, OrganisationId
from service.errors import NotAllowed
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.records.staff import Member, StaffSession
from service.usecases.caller import Caller


@dataclass(frozen=True, slots=True)
class SignedInMember:
    """
    Who is signed in: as a caller, as a person, and where.
    """

    caller: Caller
    member: Member
    session: StaffSession
    is_due: bool = False
    """Whether `note_visit` is to be called."""


def caller_for(organisation_id: OrganisationId, member: Member) -> Caller:
    """
    Give the caller that *member* is, with what their roles allow today.
    """
    reach = member.reach
    actor = Actor(
        id=ActorId(member.id),
        kind=ActorKind.STAFF,
        name=member.name,
        scopes=reach.scopes,
        unit_ids=reach.unit_ids,
        in_units=reach.in_units,
    )
    return Caller(organisation_id=organisation_id, actor=actor)


def is_own(caller: Caller, member_id: MemberId) -> bool:
    """
    Tell whether an account is the caller's own.
    """
    return caller.actor.kind is ActorKind.STAFF and str(member_id) == caller.actor.id


def own_member_id(caller: Caller) -> MemberId:
    """
    Give whose account the caller's own is.

    Raises:
        NotAllowed: A key or the command line has no account.
    """
    if caller.actor.kind is not ActorKind.STAFF:
        raise NotAllowed("Only a member of staff has an account.")
    return MemberId(caller.actor.id)
