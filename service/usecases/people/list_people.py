"""
List people.
"""

from dataclasses import dataclass, replace

from service.decision.powers import Scope
from service.errors import InvalidInput
from service.records.paging import Listing, Page
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.people import is_seen

UNIT = "unit_id"
"""The filter that a caller of few units must use."""


@dataclass(frozen=True, slots=True)
class ListPeople:
    """
    List people.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[PersonRecord]:
        """
        Give one page of people; filters: unit_id, category, external_id.

        Raises:
            NotAllowed: The caller has no `people:read` scope, or looks back without
                `audit`.
            InvalidInput: The unit does not exist for the caller, or a caller of
                several units named none.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        if page.known_at is not None:
            caller.needs(Scope.AUDIT)
        asked = self._within_sight(caller, page)
        with self.desk.database.look(caller.organisation_id) as work:
            unit_id = asked.filters.get(UNIT)
            if unit_id is not None and work.organisations.units.find(unit_id) is None:
                raise InvalidInput("There is no such unit.", field=UNIT)
            listing = work.people.list_page(asked)
            seen = tuple(each for each in listing.items if is_seen(caller, each))
        return Listing(items=seen, next_after=listing.next_after)

    def _within_sight(self, caller: Caller, page: Page) -> Page:
        """
        Ask only for units that the caller may see.
        """
        own, asked = caller.actor.unit_ids, page.filters.get(UNIT)
        if own is None:
            return page
        if asked is None and len(own) == 1:
            return replace(page, filters={**page.filters, UNIT: next(iter(own))})
        if asked is None:
            raise InvalidInput("Name one of the units that this key may see.", field=UNIT)
        if asked not in own:
            raise InvalidInput("There is no such unit.", field=UNIT)
        return page
