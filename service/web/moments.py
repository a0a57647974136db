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


def shown_instant(at: datetime | None, zone: ZoneInfo) -> str:
    """
    Write day and hour as a field shows them; where there is none, nothing.
    """
    return f"{at.astimezone(zone):%Y-%m-%dT%H:%M}" if at else ""


def changed_instant(
    typed: str, zone: ZoneInfo, field: str, known: datetime | None
) -> datetime | None:
    """
    Read a field again that showed an instant; untouched, it is kept.

    The field shows neither seconds nor which of two hours is meant where clocks go back.

    Raises:
        InvalidInput: It is no instant, or lies outside of the years 1 to 9999.
    """
    if known is not None and typed == shown_instant(known, zone):
        return known
    return local_instant(typed, zone, field)


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
