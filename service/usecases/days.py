"""
Tell which day it is for an organisation; refuse impossible days.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.errors import ImpossibleDates
from service.usecases.ports.work import UnitOfWork

EARLIEST = date(1890, 1, 1)
"""Nobody born before then is alive, and no photo of them needs us."""


def today(work: UnitOfWork, now: datetime) -> date:
    """
    Give the day on which *now* falls in the organisation's time zone.
    """
    return day_of(now, ZoneInfo(work.organisations.current().time_zone))


def check_order(earlier: date | None, later: date | None, field: str, message: str) -> None:
    """
    Refuse a *later* that comes before *earlier*, where both are known.

    Raises:
        ImpossibleDates: It does; *field* and *message* say what.
    """
    if earlier is not None and later is not None and later < earlier:
        raise ImpossibleDates(message, field=field)


def check_plausible(day: date | None, field: str) -> None:
    """
    Refuse a day that no record of ours can speak of.

    Raises:
        ImpossibleDates: It lies before 1890.
    """
    check_order(EARLIEST, day, field, f"Days before {EARLIEST.year} are not kept here.")
