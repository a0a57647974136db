"""
Count days from today.
"""

from datetime import date, timedelta


def days(today: date, ago: int) -> date:
    """
    Give the day *ago* days before today; negative is to come.
    """
    return today - timedelta(days=ago)


def birthday(today: date, age: int, ago: int = 90) -> date:
    """
    Give the birth date of somebody who turned *age* so many days ago.

    A birthday that falls on 29 February is told as 28 February.
    """
    day = days(today, ago)
    if (day.month, day.day) == (2, 29):
        day -= timedelta(days=1)
    return day.replace(year=day.year - age)
