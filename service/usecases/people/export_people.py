"""
Write everybody into a table, to be corrected and imported again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.paging import MAX_PAGE, Page
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.person_columns import COLUMNS, cells_of
from service.usecases.people.workbook import write_table
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class ExportPeople:
    """
    Write everybody into a table.
    """

    desk: Desk

    def __call__(self, caller: Caller, *, as_workbook: bool = False) -> bytes:
        """
        Give a table of all people, no answers in it; that it left is recorded.

        Raises:
            NotAllowed: The caller lacks `people:read` or `admin`, or sees some
                units only (threat T22).
        """
        caller.needs(Scope.PEOPLE_READ)
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            rows = [cells_of(person) for person in _everybody(work)]
            payload = {"subject": "people", "rows": len(rows)}
            self.desk.record.append(work, caller, EntryKind.EXPORT_MADE, now, payload)
            work.commit()
        return write_table(COLUMNS, rows, as_workbook=as_workbook)


def _everybody(work: UnitOfWork) -> Iterator[PersonRecord]:
    """
    Walk every person, page by page.
    """
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = work.people.list_page(page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None
