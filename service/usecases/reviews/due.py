"""
Say when a channel or a form is looked at again (domain rule 44).
"""

from datetime import date, timedelta
from typing import Final

from service.decision.calendar import years_after
from service.errors import ImpossibleDates
from service.records.reviews import Review

PERIOD_YEARS: Final = 1
"""No source names a period; a year is what charters of houses say of themselves."""
LONGEST_YEARS: Final = 3
"""Whoever reviews may name another day; one that is further off is no review."""
AHEAD_DAYS: Final = 30
"""How long before its day something stands in the list."""
QUIET: Final = timedelta(days=2 * AHEAD_DAYS)
"""Nobody is asked about what was changed this month: the list looks a month ahead."""


def due_on(changed_on: date, version: int, last: Review | None) -> date:
    """
    Give the day on which something is looked at again.

    To change it is not to look at all of it: a change puts off the day that somebody named,
    yet for two months at most.  What nobody ever looked at is due a year after it was
    entered or last changed.

    Args:
        changed_on: When its *version*, the last, was recorded.
    """
    if last is None:
        return years_after(changed_on, PERIOD_YEARS)
    if last.seen_version == version:
        return last.next_due_on
    return max(last.next_due_on, changed_on + QUIET)


def next_day(told: date | None, today: date) -> date:
    """
    Accept the day on which it is looked at again; none told, in a year.

    Raises:
        ImpossibleDates: It is not to come, or further off than three years.
    """
    if told is None:
        return years_after(today, PERIOD_YEARS)
    if not today < told <= years_after(today, LONGEST_YEARS):
        message = f"Look again on a day to come, within {LONGEST_YEARS} years."
        raise ImpossibleDates(message, field="next_on")
    return told
