"""
Tell whom of the staff somebody sees, and who it was that acted.
"""

from service.decision.ids import ActorId, KeyId
from service.decision.powers import Scope
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork


def sees_all_staff(caller: Caller) -> bool:
    """
    Tell whether the caller administers or audits the whole organisation.
    """
    return any(caller.has_in(each, None) for each in (Scope.ADMIN, Scope.AUDIT))


def is_over(caller: Caller, member: Member) -> bool:
    """
    Tell whether the caller administers wherever *member* has a role.
    """
    return all(caller.has_in(Scope.ADMIN, each.unit_id) for each in member.appointments)


def actor_name(work: UnitOfWork, actor_id: ActorId) -> str:
    """
    Give the name of a member or a key, or nothing.
    """
    member = work.staff.find(actor_id)
    if member is not None:
        return member.name
    key = work.keys.find(KeyId(actor_id))
    return key.name if key else ""
