"""
List units.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.organisation import Unit
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ListUnits:
    """
    List units.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[Unit]:
        """
        Give one page of units.

        Raises:
            NotAllowed: The caller has no `channels:read` scope, or looks back without
                `audit`.
        """
        caller.needs(Scope.CHANNELS_READ)
        if page.known_at is not None:
            caller.needs(Scope.AUDIT)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.organisations.units.list_page(page)
