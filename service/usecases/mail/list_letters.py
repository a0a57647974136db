"""
List letters and what became of them.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from service.decision.powers import Scope
from service.records.mail import LetterState, LetterStory
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.mail.name_recipients import recipient_seen

THESE_DAYS = timedelta(days=14)
_LOOKED_AT = 50
"""Letters that failed, the newest: how many are looked at for one of the caller's own."""


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
        Whoever sees some units only, sees letters to their people only.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            found = work.outbox.list_page(page)
            if caller.actor.unit_ids is None:
                return found
            ids = {each.recipient_id for each in found.items}
            seen = {each for each in ids if recipient_seen(work, caller, each)}
        return replace(
            found, items=tuple(each for each in found.items if each.recipient_id in seen)
        )

    def came_back(self, caller: Caller) -> bool:
        """
        Tell whether a letter of these days to somebody in sight did not arrive.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        failed = Page(
            limit=_LOOKED_AT, filters={"state": LetterState.FAILED.value}, newest_first=True
        )
        since = self.desk.clock() - THESE_DAYS
        with self.desk.database.look(caller.organisation_id) as work:
            return any(
                each.written_at >= since and recipient_seen(work, caller, each.recipient_id)
                for each in work.outbox.list_page(failed).items
            )
