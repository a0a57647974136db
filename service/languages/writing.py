"""
Write days, instants and countries as a language does.
"""

from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date, format_time

LOCALES: Final = {"en": "en_GB"}
"""Where the language alone would write dates the American way."""


def spoken(language: str) -> str:
    """
    Give the language of an easy one: `fr` of `fr-x-falc`.
    """
    return language.partition("-x-")[0]


@cache
def locale_of(language: str) -> Locale:
    """
    Give how a language writes dates, numbers and lists.
    """
    base = spoken(language)
    return Locale.parse(LOCALES.get(base, base.replace("-", "_")))


def write_day(day: date, language: str) -> str:
    """
    Write a day: 21 November 2026.
    """
    return _day(language, day.toordinal())


def write_moment(local: datetime, language: str) -> str:
    """
    Write an instant as the clocks show it where *local* is.
    """
    return f"{write_day(local, language)}, {_minute(language, local.hour, local.minute)}"


def write_country(code: str, language: str) -> str:
    """
    Name a country; a part of one, and what has no name, stays a code.
    """
    return str(locale_of(language).territories.get(code, code))


@lru_cache(maxsize=4096)
def _day(language: str, ordinal: int) -> str:
    """
    Write a day; the same few stand on every page.
    """
    return format_date(date.fromordinal(ordinal), "long", locale=locale_of(language))


@lru_cache(maxsize=4096)
def _minute(language: str, hour: int, minute: int) -> str:
    """
    Write a time of day.
    """
    return format_time(time(hour, minute), "short", locale=locale_of(language))
