"""
Give a member to whoever may see them, or keeps their account.

Whoever is out of sight does not exist, in answer and in shape, as people do.
"""

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.errors import NotAllowed, NotFound
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.staff import is_over, sees_all_staff
from service.usecases.staff.member_caller import is_own


def seen_member(work: UnitOfWork, caller: Caller, member_id: MemberId) -> Member:
    """
    Give a member that the caller may see: themselves, or theirs to keep.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    member = work.staff.find(member_id)
    if member is None or not (
        is_own(caller, member_id) or sees_all_staff(caller) or is_over(caller, member)
    ):
        raise NotFound("There is no such member.")
    return member


def kept_member(work: UnitOfWork, caller: Caller, member_id: MemberId) -> Member:
    """
    Give a member wherever the caller keeps every role of theirs.

    Raises:
        NotAllowed: The caller sees them only.
        NotFound: There is none, or not for this caller.
    """
    member = seen_member(work, caller, member_id)
    needs_over(caller, member)
    return member


def needs_over(caller: Caller, member: Member) -> None:
    """
    Pass when the caller administers wherever *member* has a role.

    So whoever administers one unit cannot take over somebody of the whole organisation.

    Raises:
        NotAllowed: They do not.
    """
    if not is_over(caller, member):
        message = f"This needs the scope {Scope.ADMIN.value!r} wherever they have a role."
        raise NotAllowed(message)
