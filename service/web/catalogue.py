"""
Hold every text of the pages, in every language.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.lists import format_list

FOLDER: Final = Path(__file__).parent / "locale"
LANGUAGES: Final[Mapping[str, str]] = {
    "fr": "Français",
    "nl": "Nederlands",
    "de": "Deutsch",
    "en": "English",
}
"""Language of the pages, each under its own name."""
EASY: Final[Mapping[str, str]] = {"fr-x-falc": "Français facile"}
"""Easy to read, for families: where a text is not said more simply, the language's own.
Called so and not FALC: that word is for texts that people with an intellectual
disability have read and approved (domain section 5)."""
YOUNG: Final = "-x-young"
"""Behind a language: as it is said to somebody of 12 or older about themselves; where
nothing else is said, the language's own (domain section 5)."""
DEFAULT: Final = "fr"
LOCALES: Final = {"en": "en_GB"}
"""Where the language alone would write dates the American way."""

_ALONE: Final = re.compile(r" (?=[?!:;»])|(?<=«) ")
"""Where French has a space that no line may end with."""

Text: TypeAlias = str | Mapping[str, str]
"""A text, or its forms by plural category."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """
    The texts of one language, and how it writes dates.
    """

    language: str
    texts: Mapping[str, Text]
    locale: Locale

    def __call__(self, key: str, /, **values: object) -> str:
        """
        Give the text of *key*; `n` among the values chooses the plural.

        Raises:
            KeyError: No such text; tests make sure that this never happens.
        """
        text = self.texts[key]
        if not isinstance(text, str):
            number = values["n"]
            form = self.locale.plural_form(number) if isinstance(number, int) else "other"
            text = text.get(form, text["other"])
        return text.format_map(values) if values else text

    def knows(self, key: str) -> bool:
        """
        Tell whether there is such a text.
        """
        return key in self.texts

    def day(self, value: date) -> str:
        """
        Write a day: 21 November 2026.
        """
        return _day(self.language, value.toordinal())

    def moment(self, value: datetime, zone: tzinfo) -> str:
        """
        Write an instant as clocks show it in *zone*.
        """
        local = value.astimezone(zone)
        return f"{self.day(local)}, {_minute(self.language, local.hour, local.minute)}"

    def tongue(self, code: str) -> str:
        """
        Name a language, and for whom it is written: French, from 12 years.

        What has no name here is shown as its code.
        """
        try:
            name = Locale.parse(spoken(code), sep="-").get_display_name(self.locale) or code
        except (UnknownLocaleError, ValueError):
            return code
        name = name[:1].upper() + name[1:]
        kind = kind_of(code)
        return name if kind == "plain" else self(f"words.tongue-{kind}", name=name)

    def place(self, code: str, name: str) -> str:
        """
        Name a country; of a part of one, its *name* follows.
        """
        country, _, part = code.partition("-")
        known = self.locale.territories.get(country)
        if known is None:
            return name
        return f"{known} – {name}" if part else known

    def all_of(self, values: list[str]) -> str:
        """
        Write several things one after the other: a, b and c.
        """
        return format_list(values, locale=self.locale)


@cache
def catalogue(language: str) -> Catalogue:
    """
    Give the texts of a language, read once.
    """
    return Catalogue(language, read_texts(language), locale_of(language))


@cache
def locale_of(language: str) -> Locale:
    """
    Give how a language writes dates, numbers and lists.
    """
    base = spoken(language)
    return Locale.parse(LOCALES.get(base, base.replace("-", "_")))


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


def spoken(language: str) -> str:
    """
    Give the language of an easy one: `fr` of `fr-x-falc`.
    """
    return language.partition("-x-")[0]


def kind_of(language: str) -> str:
    """
    Say for whom a text is: everybody, the young, or readers of easy words.
    """
    if language.endswith(YOUNG):
        return "young"
    return "easy" if language in EASY else "plain"


def read_texts(language: str) -> dict[str, Text]:
    """
    Read all files of a language.

    The text `title` in `check.json` is `check.title`.
    """
    texts: dict[str, Text] = read_texts(spoken(language)) if "-x-" in language else {}
    for file in sorted((FOLDER / language).glob("*.json")):
        content: dict[str, Text] = json.loads(file.read_text("utf-8"))
        texts |= {f"{file.stem}.{name}": text for name, text in content.items()}
    return _held_together(texts) if spoken(language) == "fr" else texts


def _held_together(texts: Mapping[str, Text]) -> dict[str, Text]:
    """
    Give French texts whose question marks and colons stay with their word.
    """

    def held(text: str) -> str:
        return _ALONE.sub("\N{NO-BREAK SPACE}", text)

    return {
        key: held(text) if isinstance(text, str) else {form: held(text[form]) for form in text}
        for key, text in texts.items()
    }
