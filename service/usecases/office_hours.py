"""
Say when an organisation may write of its own accord.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from service.records.organisation import Organisation, Weekday

WEEK_DAYS = tuple(Weekday)


def is_open(house: Organisation, now: datetime) -> bool:
    """
    Tell whether it is office hours (domain rule 24).
    """
    local, hours = now.astimezone(ZoneInfo(house.time_zone)), house.office_hours
    is_day = WEEK_DAYS[local.weekday()] in hours.days
    return is_day and hours.from_hour <= local.hour < hours.until_hour


def next_office_hour(house: Organisation, now: datetime) -> datetime | None:
    """
    Give when the office opens next; None: it is open.
    """
    if is_open(house, now):
        return None
    local, hours = now.astimezone(ZoneInfo(house.time_zone)), house.office_hours
    opening = local.replace(hour=hours.from_hour, minute=0, second=0, microsecond=0)
    while opening <= local or WEEK_DAYS[opening.weekday()] not in hours.days:
        opening += timedelta(days=1)
    return opening.astimezone(now.tzinfo)
