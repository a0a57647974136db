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
    in_house = caller.actor.reach.scopes_in(None)
    return not in_house.isdisjoint({Scope.ADMIN, Scope.AUDIT})


def is_over(caller: Caller, member: Member) -> bool:
    """
    Tell whether the caller administers wherever *member* has a role.
    """
    reach = caller.actor.reach
    return all(Scope.ADMIN in reach.scopes_in(each.unit_id) for each in member.appointments)
