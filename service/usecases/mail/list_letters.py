"""
List letters and what became of them.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from service.decision.powers import Scope
from service.errors import NotFound, Unavailable
from service.records.mail import HELD, Letter, LetterState, LetterStory
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.mail.name_recipients import recipient_seen
from service.usecases.ports.work import UnitOfWork

THESE_DAYS = timedelta(days=14)
_LOOKED_AT = 50
"""Letters that failed, the newest: how many are looked at for one of the caller's own."""


class Restraint(Protocol):
    """
    Say which letters a hold keeps back, and who may know.
    """

    def is_held(self, work: UnitOfWork, letter: Letter, now: datetime) -> bool:
        """
        Tell whether a hold keeps back a letter that nobody asked for.
        """
        ...

    def may_know_of(
        self, work: UnitOfWork, caller: Caller, recipient_id: str, now: datetime
    ) -> bool:
        """
        Tell whether the caller may know of a hold on a letter to somebody.
        """
        ...


@dataclass(frozen=True, slots=True)
class ListLetters:
    """
    List letters and what became of them.
    """

    desk: Desk
    restraint: Restraint

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
            ids = {each.recipient_id for each in found.items}
            seen = {each for each in ids if _is_seen(work, caller, each)}
            items = tuple(
                self._told(work, caller, each) for each in found.items if each.recipient_id in seen
            )
        return replace(found, items=items)

    def _told(self, work: UnitOfWork, caller: Caller, story: LetterStory) -> LetterStory:
        """
        Say of a letter that a hold keeps it back, to whoever may know.

        To others one that waits looks like any that waits, and one that never leaves like
        any that has nothing to say any more.
        """
        now = self.desk.clock()
        is_held = self._waits(work, story, now) if story.is_waiting else story.detail == HELD
        if is_held and self.restraint.may_know_of(work, caller, story.recipient_id, now):
            return replace(story, detail=HELD)
        return replace(story, detail="") if story.detail == HELD else story

    def _waits(self, work: UnitOfWork, story: LetterStory, now: datetime) -> bool:
        """
        Tell whether a letter that is to leave is kept back.
        """
        try:
            letter = work.outbox.get(story.id)
        except (NotFound, Unavailable):
            return False
        return self.restraint.is_held(work, letter, now)

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


def _is_seen(work: UnitOfWork, caller: Caller, recipient_id: str) -> bool:
    """
    Tell whether the caller sees whom a letter went to.
    """
    return caller.actor.unit_ids is None or recipient_seen(work, caller, recipient_id) is not None
