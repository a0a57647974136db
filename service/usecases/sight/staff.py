"""
Tell whom of the staff somebody sees.
"""

from service.decision.powers import Scope
from service.records.staff import Member
from service.usecases.caller import Caller


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
