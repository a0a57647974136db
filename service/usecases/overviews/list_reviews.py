"""
List which channels and forms are to be looked at again.
"""

from dataclasses import dataclass

from service.usecases.caller import Caller
from service.usecases.days import today
from service.usecases.desk import Desk
from service.usecases.overviews.windows import window_of
from service.usecases.reviews import AHEAD_DAYS, ReviewState, every_state
from service.usecases.reviews.sight import needs_to_look


@dataclass(frozen=True, slots=True)
class ListReviews:
    """
    List which channels and forms are to be looked at again.
    """

    desk: Desk

    def __call__(self, caller: Caller, days: int = AHEAD_DAYS) -> tuple[ReviewState, ...]:
        """
        Give what is due, and what will be within *days*, the longest due first.

        Of channels and forms that the caller may change, or audits.

        Raises:
            NotAllowed: The caller changes neither channels nor forms, and audits nothing.
            InvalidInput: No day, or more than a year.
        """
        needs_to_look(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            now = self.desk.clock()
            last = window_of(today(work, now), days).last
            due = {
                state: state.due_on
                for state in every_state(work, caller, now)
                if state.due_on is not None and state.due_on <= last
            }
        return tuple(sorted(due, key=lambda each: (due[each], each.subject.name.casefold())))
