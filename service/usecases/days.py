"""
Tell which day it is for an organisation; refuse impossible days.
"""

from collections.abc import Iterable
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


def begins_on(
    told: date | None, until_on: date | None, ends: Iterable[date | None], today: date
) -> date | None:
    """
    Give the first day of what is recorded; None: it was ever there.

    What was over and is told again without a first day begins today: the yes that
    lapsed with it (domain section 2.6) comes back by being said, not by this.
    Whoever tells an earlier day says that it had not been over.

    Args:
        ends: Of everything of its kind that was recorded before.
    """
    holds_from_today = until_on is None or today < until_on
    was_over = any(day is not None and day <= today for day in ends)
    return today if told is None and holds_from_today and was_over else told
