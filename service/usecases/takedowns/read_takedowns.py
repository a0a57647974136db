"""
Read what must come down.
"""

from dataclasses import dataclass

from service.decision.ids import TakedownId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.paging import Listing, Page
from service.records.takedowns import TakedownRow
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.units import is_channel_seen, within_units
from service.usecases.takedowns.tasks import Task, tasks_of


@dataclass(frozen=True, slots=True)
class ListTakedowns:
    """
    List what must come down.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[Task]:
        """
        Give one page, oldest first; filters: open, done, publication_id, unit_id.

        Whoever works for some units sees what is on their channels.

        Raises:
            NotAllowed: The caller has no `publications:read` scope.
        """
        caller = caller.narrowed(Scope.PUBLICATIONS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.takedowns.list_page(within_units(caller, page))
            tasks = tasks_of(work, listing.items, self.desk.clock())
        return Listing(tasks, listing.next_after)


@dataclass(frozen=True, slots=True)
class GetTakedown:
    """
    Read one takedown.
    """

    desk: Desk

    def __call__(self, caller: Caller, takedown_id: TakedownId) -> Task:
        """
        Give one task, done or not.

        Raises:
            NotAllowed: The caller has no `publications:read` scope.
            NotFound: There is no such task for this caller.
        """
        caller = caller.narrowed(Scope.PUBLICATIONS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            row = seen_takedown(work, caller, takedown_id)
            return tasks_of(work, [row], self.desk.clock())[0]


def seen_takedown(work: UnitOfWork, caller: Caller, takedown_id: TakedownId) -> TakedownRow:
    """
    Give a takedown on a channel that the caller may see.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    row = work.takedowns.get(takedown_id)
    if not is_channel_seen(caller, row.takedown.unit_id):
        raise NotFound("There is no such takedown.")
    return row
