"""
Count ages and days the way the rules do.

Days begin at midnight in the organisation's time zone.  Whoever was born on 29
February: in common years the parents' yes ends on 28 February and the person's
own sole signature counts from 1 March, the safe side of both (domain section 2.6).
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FEBRUARY, LEAP_DAY = 2, 29
ONE_DAY = timedelta(days=1)


def birthday_on(born_on: date, age: int) -> date:
    """
    Give the first day on which *age* is surely reached (29 Feb -> 1 Mar).
    """
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def eve_ends_on(born_on: date, age: int) -> date:
    """
    Give the first day on which being younger is not sure any more.

    Differs from `birthday_on` only after 29 February: 28 February.
    """
    reached_on = birthday_on(born_on, age)
    is_shifted = (born_on.month, born_on.day) == (FEBRUARY, LEAP_DAY) and reached_on.day == 1
    return reached_on - ONE_DAY if is_shifted else reached_on


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """
    Give the local day of an instant.
    """
    return at.astimezone(zone).date()


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """
    Give the first instant of a local day.
    """
    return datetime.combine(day, time.min, tzinfo=zone)


def years_after(day: date, years: int) -> date:
    """
    Give the day *years* later (29 Feb -> 1 Mar).
    """
    return birthday_on(day, years)
