"""
Say what can be told about an organisation, and accept it.
"""

from dataclasses import dataclass, replace
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from service.decision.case import Policy
from service.decision.channels import Contact
from service.decision.jurisdiction import Jurisdictions
from service.errors import InvalidInput
from service.records.organisation import (
    OfficeHours,
    Organisation,
    Publishing,
    SecondFactor,
    Weekday,
)
from service.usecases import text
from service.usecases.contacts import checked_contact
from service.usecases.details import KEEP, Told

MAX_TAKEDOWN_HOURS = 30 * 24
"""Longer is no reasonable time any more."""
LAST_HOUR = 24


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """
    What is told about an organisation; its short name only at its founding.
    """

    name: Told[str] = KEEP
    jurisdiction: Told[str] = KEEP
    time_zone: Told[str] = KEEP
    languages: Told[tuple[str, ...]] = KEEP
    contact: Told[Contact] = KEEP
    press: Told[Contact] = KEEP
    legal: Told[Contact] = KEEP
    policy: Told[Policy] = KEEP
    publishing: Told[Publishing] = KEEP
    office_hours: Told[OfficeHours] = KEEP
    second_factor: Told[SecondFactor] = KEEP
    """Only the example organisation tells it."""


def checked_organisation(organisation: Organisation, jurisdictions: Jurisdictions) -> Organisation:
    """
    Accept an organisation, tidied.

    Raises:
        InvalidInput: A part of it cannot be used.
    """
    jurisdictions.get(organisation.jurisdiction)
    return replace(
        organisation,
        slug=text.slug(organisation.slug),
        name=text.line(organisation.name, "name"),
        time_zone=checked_time_zone(organisation.time_zone),
        languages=_checked_languages(organisation.languages),
        contact=checked_contact(organisation.contact, "contact"),
        press=checked_contact(organisation.press, "press"),
        legal=checked_contact(organisation.legal, "legal"),
        publishing=_checked_publishing(organisation.publishing),
        office_hours=_checked_hours(organisation.office_hours),
    )


@cache  # walks through hundreds of files
def known_time_zones() -> frozenset[str]:
    """
    Give the IANA names of the time zones that this machine knows.
    """
    return frozenset(available_timezones())


def checked_time_zone(name: str) -> str:
    """
    Accept the IANA name of a time zone.

    Raises:
        InvalidInput: This machine knows no such zone.
    """
    if name not in known_time_zones():
        raise InvalidInput("This is not a time zone such as Europe/Brussels.", field="time_zone")
    return ZoneInfo(name).key


def _checked_publishing(publishing: Publishing) -> Publishing:
    """
    Accept times within which something can be taken down, and that somebody keeps.
    """
    if not all(1 <= hours <= MAX_TAKEDOWN_HOURS for hours in publishing.takedown_hours.values()):
        message = f"Something comes down within 1 to {MAX_TAKEDOWN_HOURS} hours."
        raise InvalidInput(message, field="publishing.takedown_hours")
    return publishing


def _checked_hours(hours: OfficeHours) -> OfficeHours:
    """
    Accept office hours in which something can be sent, the days in their order.
    """
    days = tuple(each for each in Weekday if each in hours.days)
    if not days:
        message = "On one day of the week at least something must be sent."
        raise InvalidInput(message, field="office_hours.days")
    if not 0 <= hours.from_hour < hours.until_hour <= LAST_HOUR:
        message = "Office hours lie between 0 and 24, and begin before they end."
        raise InvalidInput(message, field="office_hours.from_hour")
    return replace(hours, days=days)


def _checked_languages(languages: tuple[str, ...]) -> tuple[str, ...]:
    """
    Accept at least one language, each once.
    """
    if not languages or "" in languages or len(set(languages)) != len(languages):
        raise InvalidInput("At least one language is needed, each once.", field="languages")
    return tuple(text.language(each, "languages") for each in languages)
