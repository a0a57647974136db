"""
List letters and what became of them.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.mail import LetterStory
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk


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
