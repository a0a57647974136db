"""
Show when a channel or form was looked at, and ask to look again.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from service.decision.calendar import years_after
from service.usecases.caller import Caller
from service.usecases.reviews import LONGEST_YEARS, ReviewState, may_review


@dataclass(frozen=True, slots=True)
class Typed:
    """
    What was sent, where it came back as a mistake.
    """

    next_on: str = ""
    is_wrong: bool = False


UNTOUCHED = Typed()


@dataclass(frozen=True, slots=True)
class ReviewBox:
    """
    What is known, and the field for the next day.
    """

    state: ReviewState
    path: str
    """Where it is sent to."""
    is_asked: bool
    """Whether this reader may say that it still holds."""
    typed: Typed

    @property
    def first(self) -> date:
        """
        Give the first day that may be chosen.
        """
        return self.state.today + timedelta(days=1)

    @property
    def last(self) -> date:
        """
        Give the last one.
        """
        return years_after(self.state.today, LONGEST_YEARS)

    @property
    def next_on(self) -> str:
        """
        Give what stands in the field: a year from now, if nothing was typed.
        """
        return self.typed.next_on or years_after(self.state.today, 1).isoformat()


def box_of(caller: Caller, state: ReviewState, path: str, typed: Typed) -> ReviewBox:
    """
    Put a box together.
    """
    subject = state.subject
    may = may_review(caller, subject.kind, subject.unit_id)
    return ReviewBox(state, f"{path}/review", may and subject.is_in_use, typed)
