"""
Read the rules of retention: how long what is kept, and why.

They ship as `retention.toml` beside this file; a deployer may point to an edited copy.
Pure: text in, values out.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

from service.errors import InvalidInput

MAX_DAYS = 36_525
ENGLISH = "en"


class KeptClass(StrEnum):
    """
    What is kept for a time.
    """

    FORMER_PEOPLE = "former_people"
    """People who left, with everything that names them."""
    EVIDENCE = "evidence"
    """Scans, recordings and messages that prove answers."""
    CHECKS = "checks"
    """Questions that nothing was published upon."""
    COMPLAINTS = "complaints"
    """What whoever complained said, and who they are."""
    DRAFTS = "drafts"
    """Pictures between two steps."""
    LETTERS = "letters"
    """The words of letters that were sent."""
    HOOK_MESSAGES = "hook_messages"
    """What other programs were told, and whether it arrived."""
    REPLAYS = "replays"
    """Digests of keys that keep a repeated call from doing something twice."""
    PROPOSALS = "proposals"
    """The words of proposals that are over."""
    SIGN_INS = "sign_ins"
    """Tries to sign in, and sessions that ended."""
    FAMILY_DOORS = "family_doors"
    """Links, codes and sessions of families that ran out."""


PLANNED = (
    KeptClass.FORMER_PEOPLE,
    KeptClass.EVIDENCE,
    KeptClass.CHECKS,
    KeptClass.COMPLAINTS,
)
"""What goes when somebody decides it; everything else goes by itself."""
_DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """
    How long one class is kept, and why so long.
    """

    kept_class: KeptClass
    kept_for: timedelta
    source: str
    """In English, or in the only words there are; empty: this program says so."""
    translations: Mapping[str, str] = field(default_factory=dict)
    """The same by language, English left out."""

    def source_in(self, language: str) -> str:
        """
        Say why so long to whoever reads this language, if it was put into it.
        """
        return self.translations.get(language, self.source)

    @property
    def is_automatic(self) -> bool:
        """
        Tell whether it goes by itself, hour by hour.
        """
        return self.kept_class not in PLANNED

    @property
    def whole_years(self) -> int:
        """
        Give how many years it is, leap days in or out; 0: no whole number.
        """
        years = round(self.kept_for.days / _DAYS_A_YEAR)
        return years if abs(self.kept_for.days - years * _DAYS_A_YEAR) <= 1 else 0


@dataclass(frozen=True, slots=True)
class Retention:
    """
    The rules of a deployment, one for each class.
    """

    rules: Mapping[KeptClass, RetentionRule]

    def of(self, kept_class: KeptClass) -> RetentionRule:
        """
        Give the rule of a class.
        """
        return self.rules[kept_class]


def parse_retention(text: str) -> dict[KeptClass, RetentionRule]:
    """
    Read the rules that a deployer may edit.

    Raises:
        InvalidInput: Something is missing, unknown or out of range; it says what.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(f"The rules of retention are no TOML: {error}") from error
    expected = {each.value for each in PLANNED}
    if odd := sorted(expected.symmetric_difference(table)):
        raise InvalidInput(f"Missing or unknown: {', '.join(odd)}.")
    return {each: _rule(each, table[each.value]) for each in PLANNED}


def _rule(kept_class: KeptClass, section: Any) -> RetentionRule:  # noqa: ANN401  # as TOML gives it
    """
    Read one section.

    Raises:
        InvalidInput: It is not of the form that it must be.
    """
    if not isinstance(section, dict) or set(section) != {"days", "source"}:
        raise InvalidInput(f"{kept_class}: exactly `days` and `source`.")
    days, source = section["days"], section["source"]
    if type(days) is not int or not 1 <= days <= MAX_DAYS:
        raise InvalidInput(f"{kept_class}: `days` is a whole number from 1 to {MAX_DAYS}.")
    said = source if isinstance(source, dict) else {ENGLISH: source}
    if ENGLISH not in said or not all(isinstance(e, str) and e.strip() for e in said.values()):
        raise InvalidInput(f"{kept_class}: a rule without a source is no rule.")
    others = {language: words for language, words in said.items() if language != ENGLISH}
    return RetentionRule(kept_class, timedelta(days=days), said[ENGLISH], others)
