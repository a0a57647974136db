"""
Fill the gaps of a sentence so that it stays one.

French says "le nom d’Emma", not "de Emma"; which it is shows only once the name is there.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from service.languages.writing import spoken

_ALONE: Final = re.compile(r" (?=[?!:;»])|(?<=«) ")
"""Where French has a space that no line may end with."""
_BEFORE_NAME: Final = re.compile(r"\b([dD])e \{(\w+)\}")
_VOWEL: Final = re.compile(r"[aeiouœæ]|y(?![aeiou])", re.IGNORECASE)
"""An h may be aspirated: "de Hugo" is never wrong."""


def fill(text: str, values: Mapping[str, object], language: str) -> str:
    """
    Put *values* into the gaps of a text of *language*.
    """
    if spoken(language) == "fr":
        text = _BEFORE_NAME.sub(lambda gap: _elided(gap, values), text)
    return text.format_map(values)


def hold_together(text: str, language: str) -> str:
    """
    Keep French question marks, colons and quotes on the line of their word.
    """
    is_french = spoken(language) == "fr"
    return _ALONE.sub("\N{NO-BREAK SPACE}", text) if is_french else text


def _elided(gap: re.Match[str], values: Mapping[str, object]) -> str:
    """
    Give `d’{name}` where the name begins with a vowel.
    """
    plain = unicodedata.normalize("NFD", str(values.get(gap[2], "")))
    return f"{gap[1]}’{{{gap[2]}}}" if _VOWEL.match(plain) else gap[0]
