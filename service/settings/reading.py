"""
Turn the text of one setting into a value, and refuse what cannot work.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass
from pathlib import Path
from typing import Any, Final

from service.errors import InvalidInput, SettingsRefused
from service.ledger.canonical import MAX_INTEGER
from service.settings.places import is_web
from service.usecases.numbers import whole

PREFIX: Final = "OBSTAT_"
MEBIBYTE: Final = 1024 * 1024
_MUST = "must"
_YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_CENTURY = {"days": 36_500, "hours": 876_000, "minutes": 52_560_000, "seconds": 3_153_600_000}
"""In each unit of time; no calendar and no clock takes more."""
_MOST = {**_CENTURY, "port": 65_535}
_READERS: Mapping[str, Callable[[str], Any]] = {
    str(int): lambda text: whole(text.strip(), "setting"),
    str(float): float,
    str(str): str,
    str(bool): lambda text: _YES_NO[text.lower()],
    str(Path): Path,
    str(Path | None): Path,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """
    What the text of a setting must be.
    """

    fits: Callable[[str], bool]
    what: str
    """In words, after the name of the setting: *must be …*."""


def must(fits: Callable[[str], bool], what: str) -> Mapping[str, Rule]:
    """
    Say what a setting must be, whatever it is.
    """
    return {_MUST: Rule(fits, what)}


def must_if_said(fits: Callable[[str], bool], what: str) -> Mapping[str, Rule]:
    """
    Say what a setting must be, unless it is empty.
    """
    return must(lambda text: not text or fits(text), what)


def must_be_one_of(*words: str) -> Mapping[str, Rule]:
    """
    Say which words a setting may be.
    """
    return must(lambda text: text in words, f"must be one of {', '.join(words)}")


MUST_BE_WEB: Final = must_if_said(is_web, "must be https://HOST, or http:// on this machine")


def read(setting: Field[Any], text: str) -> object:
    """
    Read one value.

    Raises:
        SettingsRefused: The text says no such value; it is not repeated.
    """
    try:
        return _READERS[str(setting.type)](text)
    except (ValueError, KeyError, InvalidInput):
        raise refused(setting.name, "cannot be read") from None


def check(setting: Field[Any], value: object) -> None:
    """
    Refuse what cannot work.

    Raises:
        SettingsRefused: A number that limits nothing, or a text against its rule.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        _check_number(setting.name, value)
    rule: Rule | None = setting.metadata.get(_MUST)
    if rule and not rule.fits(str(value)):
        raise refused(setting.name, rule.what)


def refused(name: str, what: str) -> SettingsRefused:
    """
    Name the setting at fault, never its value.
    """
    variable = f"{PREFIX}{name.upper()}"
    return SettingsRefused(f"{variable} {what}.", field=variable)


def _check_number(name: str, value: float) -> None:
    """
    Refuse what limits nothing: zero, less, a century and more, and what is no number.
    """
    if not value > 0:
        raise refused(name, "must be larger than 0")
    most = _MOST.get(name.rpartition("_")[2], MAX_INTEGER)
    if value > most:
        raise refused(name, f"must be at most {most}")
