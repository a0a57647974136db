"""
Read days and hours as the clocks of the house show them.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from service.errors import InvalidInput


def local_instant(typed: str | None, zone: ZoneInfo, field: str) -> datetime | None:
    """
    Read day and hour in a zone; left empty, there is none.

    Raises:
        InvalidInput: It is neither, or lies outside of the years 1 to 9999.
    """
    try:
        return _known(datetime.fromisoformat(typed).replace(tzinfo=zone)) if typed else None
    except (ValueError, OverflowError):
        raise InvalidInput("This is no instant.", field=field) from None


def end_of_day(typed: str, zone: ZoneInfo, field: str) -> datetime | None:
    """
    Read a day and give its end in a zone; left empty, there is none.

    Raises:
        InvalidInput: It is no day, or lies outside of the years 1 to 9999.
    """
    try:
        day = date.fromisoformat(typed) if typed else None
        return _known(datetime.combine(day, time.max, zone)) if day else None
    except (ValueError, OverflowError):
        raise InvalidInput("This is no date.", field=field) from None


def _known(moment: datetime) -> datetime:
    """
    Give an instant that has a place in UTC, too.
    """
    moment.astimezone(UTC)
    return moment
