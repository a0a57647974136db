"""
List signatories.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.paging import Listing, Page
from service.records.people import Signatory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.sight import needs_everybody


@dataclass(frozen=True, slots=True)
class ListSignatories:
    """
    List signatories.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[Signatory]:
        """
        Give one page of signatories; filter: external_id.

        Raises:
            NotAllowed: The caller has no `people:read` scope, or sees some units
                only: then the authorities of a person lead to their signatories.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        needs_everybody(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.signatories.list_page(page)
