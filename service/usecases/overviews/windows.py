"""
Say which days a list looks ahead to.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from service.errors import InvalidInput

MAX_DAYS = 366
NOTICE_DAYS = 90
"""The first notice before something ends (domain section 2.6)."""


@dataclass(frozen=True, slots=True)
class Window:
    """
    From today to the last day of a list, both included.
    """

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """
        Tell whether a day lies in it.
        """
        return day is not None and self.first <= day <= self.last

    def days_to(self, day: date) -> int:
        """
        Count the days from today to a day.
        """
        return (day - self.first).days


def window_of(today: date, days: int) -> Window:
    """
    Give the next *days* days.

    Raises:
        InvalidInput: None at all, or more than a year.
    """
    if not 0 <= days <= MAX_DAYS:
        raise InvalidInput(f"A list looks ahead 0 to {MAX_DAYS} days.", field="days")
    return Window(today, today + timedelta(days=days))
