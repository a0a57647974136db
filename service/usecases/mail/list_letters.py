"""
List letters and what became of them.
"""

from dataclasses import dataclass
from datetime import timedelta

from service.decision.powers import Scope
from service.records.mail import LetterState, LetterStory
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk

THESE_DAYS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ListLetters:
    """
    List letters and what became of them.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[LetterStory]:
        """
        Give one page, oldest first; filters: kind, recipient_id, outcome, person_id.

        Never the words, nor the address: a sign-in code is for one pair of eyes.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.outbox.list_page(page)

    def came_back(self, caller: Caller) -> bool:
        """
        Tell whether a letter of these days did not arrive.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        failed = Page(limit=1, filters={"state": LetterState.FAILED.value}, newest_first=True)
        since = self.desk.clock() - THESE_DAYS
        return any(each.written_at >= since for each in self(caller, failed).items)
