"""
List those who work here.
"""

from dataclasses import dataclass, replace

from service.decision.powers import Scope
from service.records.paging import Listing, Page
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.sight.staff import is_over, sees_all_staff
from service.usecases.staff.gate import Gate


@dataclass(frozen=True, slots=True)
class ListMembers:
    """
    List those who work here.
    """

    gate: Gate

    def __call__(self, caller: Caller, page: Page) -> Listing[Member]:
        """
        Give one page of members, those who left too.

        Whoever administers some units sees those who work in these alone; a page may then
        have fewer than asked for, and more after it.

        Raises:
            NotAllowed: The caller has `admin` nowhere, nor `audit` in the whole
                organisation.
        """
        sees_all = sees_all_staff(caller)
        if not sees_all:
            caller = caller.narrowed(Scope.ADMIN)
        with self.gate.desk.database.look(caller.organisation_id) as work:
            found = work.staff.list_page(page)
        if sees_all:
            return found
        return replace(found, items=tuple(each for each in found.items if is_over(caller, each)))
