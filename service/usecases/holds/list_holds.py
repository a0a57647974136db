"""
List holds.
"""

from dataclasses import dataclass

from service.decision.holds import Hold
from service.decision.powers import Scope
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import is_hold_seen


@dataclass(frozen=True, slots=True)
class ListHolds:
    """
    List holds.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[Hold]:
        """
        Give one page of holds, lifted ones too; filters: kind, person_id, unit_id.

        Raises:
            NotAllowed: The caller has no `holds:read` scope, or looks back without
                `audit`.
        """
        caller = caller.narrowed(Scope.HOLDS_READ)
        if page.known_at is not None:
            caller.needs(Scope.AUDIT)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.holds.list_page(page)
            seen = tuple(each for each in listing.items if is_hold_seen(work, caller, each))
        return Listing(items=seen, next_after=listing.next_after)
