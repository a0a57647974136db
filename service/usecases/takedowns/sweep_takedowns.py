"""
Find what may no longer be live though nobody reported anything.
"""

from collections.abc import Callable
from dataclasses import dataclass

from service.decision.ids import OrganisationId
from service.usecases.caller import the_service
from service.usecases.takedowns.open_takedowns import OpenTakedowns

AT_ONCE = 200
"""Publications judged in one transaction: withdrawals wait for its end."""


@dataclass(frozen=True, slots=True)
class SweepTakedowns:
    """
    Find what may no longer be live though nobody reported anything.
    """

    open_takedowns: OpenTakedowns
    held_copies: Callable[[OrganisationId], None]
    """Sees to copies of photos that are held."""

    def __call__(self) -> int:
        """
        Judge everything that is live, in every organisation; count it.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        database = self.open_takedowns.desk.database
        return sum(self.sweep(each) for each in database.organisation_ids())

    def sweep(self, organisation_id: OrganisationId) -> int:
        """
        Judge everything that is live in one organisation, a few at a time.
        """
        self.held_copies(organisation_id)
        caller = the_service(organisation_id)
        count, after = 0, ""
        while True:
            with self.open_takedowns.desk.database.begin(organisation_id) as work:
                work.facts.keep_register()
                found = work.takedowns.live_after(after, AT_ONCE)
                self.open_takedowns.of_time(work, caller, found)
                work.commit()
            count += len(found)
            if len(found) < AT_ONCE:
                return count
            after = found[-1].publication.id
