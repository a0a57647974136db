"""
List those who work here.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.paging import Listing, Page
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.sight.people import needs_everybody
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

        Raises:
            NotAllowed: The caller has neither `admin` nor `audit`, or sees some units
                only.
        """
        if Scope.AUDIT not in caller.actor.scopes:
            caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.gate.desk.database.look(caller.organisation_id) as work:
            return work.staff.list_page(page)
