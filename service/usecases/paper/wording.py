"""
Give the words around the questions, in the language of the form.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

EASY: Final = "-x-falc"
"""What the language of an easy text ends with (domain section 5)."""
_LANGUAGES: Final = ("fr", "nl", "de", "en")
_FALLBACK: Final = "en"

Words = Mapping[str, str]


@cache
def words_of(language: str, *, easy: bool) -> Words:
    """
    Give the words of a language, in easy ones where there are any.
    """
    main = language.partition("-")[0]
    name = main if main in _LANGUAGES else _FALLBACK
    if easy and name == "fr":
        name += EASY
    found = resources.files("service.usecases.paper") / f"words/{name}.json"
    words: Words = json.loads(found.read_text("utf-8"))
    return words
