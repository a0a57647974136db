"""
Hold every text of the pages, in every language.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from service.languages.filling import fill, hold_together
from service.languages.writing import locale_of, spoken, write_day, write_moment

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
        return fill(text, values, self.language) if values else text

    def knows(self, key: str) -> bool:
        """
        Tell whether there is such a text.
        """
        return key in self.texts

    def day(self, value: date) -> str:
        """
        Write a day: 21 November 2026.
        """
        return write_day(value, self.language)

    def moment(self, value: datetime, zone: tzinfo) -> str:
        """
        Write an instant as clocks show it in *zone*.
        """
        return write_moment(value.astimezone(zone), self.language)

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
    return {key: _held_together(text, language) for key, text in texts.items()}


def _held_together(text: Text, language: str) -> Text:
    """
    Keep what stands alone in French on the line of its word.
    """
    if isinstance(text, str):
        return hold_together(text, language)
    return {form: hold_together(text[form], language) for form in text}
