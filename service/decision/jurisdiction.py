"""
Read the table of jurisdictions: law as data, never an `if country ==`.

The table ships as `jurisdictions.toml` beside this file and a deployer may point
to an edited copy.  Every value carries its source.  Pure: text in, values out.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from service.decision.terms import HolderRule
from service.errors import InvalidInput

MAX_AGE_YEARS = 30
MAX_PROTECTION_YEARS = 200


class SelfConsent(StrEnum):
    """
    What a minor's own yes is worth from the self-consent age on (row M3).
    """

    CHILD = "child"
    CHILD_OR_HOLDER = "child_or_holder"


class AfterDeath(StrEnum):
    """
    Who answers for the dead.
    """

    PERIOD = "period"
    """Relatives, for `after_death_years`."""
    NONE = "none"
    """Nobody: no image right after death."""
    UNLIMITED = "unlimited"
    """Relatives, without end."""
    ASK = "ask"
    """Unsettled: always ask."""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """
    The parameters of one place, with the source of each.

    Ages are whole years.  `digital_age` concerns a child's own account only and
    is no image-right age (GDPR article 8).
    """

    code: str
    name: str
    majority_age: int
    digital_age: int
    discernment_age: int | None
    self_consent_age: int | None
    self_consent: SelfConsent
    holders_public: HolderRule
    holders_closed: HolderRule
    after_death: AfterDeath
    after_death_years: int
    ambience_information_suffices: bool
    intimacy_needs_authorisation: bool
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Jurisdictions:
    """
    The whole table and the digest that names it in every verdict.
    """

    by_code: Mapping[str, Jurisdiction]
    digest: str

    def get(self, code: str) -> Jurisdiction:
        """
        Give the jurisdiction *code*.

        Raises:
            InvalidInput: The table does not know it.
        """
        try:
            return self.by_code[code]
        except KeyError:
            known = ", ".join(sorted(self.by_code))
            message = f"Jurisdiction {code!r} is not in the table; known are {known}."
            raise InvalidInput(message, field="jurisdiction") from None


FIELDS: Mapping[str, type] = {
    "majority_age": int,
    "digital_age": int,
    "discernment_age": int,
    "self_consent_age": int,
    "self_consent": SelfConsent,
    "holders_public": HolderRule,
    "holders_closed": HolderRule,
    "after_death": AfterDeath,
    "after_death_years": int,
    "ambience_information_suffices": bool,
    "intimacy_needs_authorisation": bool,
}
OPTIONAL_AGES = ("discernment_age", "self_consent_age")
"""Written as 0 where there is no such age."""


@lru_cache(maxsize=2)
def parse_jurisdictions(text: str) -> Jurisdictions:
    """
    Read and validate the table; the same text is read once.

    A section may say `inherits = "XX"` and repeat only what differs.

    Raises:
        InvalidInput: Not TOML, an unknown or missing field, a value out of range
            or without source; the message names section and field.
    """
    try:
        sections = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"The jurisdiction table is not valid TOML: {error}."
        raise InvalidInput(message) from error
    by_code = {code: _jurisdiction(code, sections) for code in sections if not code.startswith("_")}
    return Jurisdictions(by_code=by_code, digest=hashlib.sha256(text.encode()).hexdigest())


def _jurisdiction(code: str, sections: Mapping[str, Any]) -> Jurisdiction:
    """
    Build one entry of the table.
    """
    merged = _merged(code, sections)
    name = merged.pop("name", None)
    if not isinstance(name, str) or not name:
        raise _refused(code, "name", "is missing")
    unknown = sorted(set(merged) - set(FIELDS))
    if unknown:
        raise _refused(code, unknown[0], "is not a known field")
    values: dict[str, Any] = {}
    sources: dict[str, str] = {}
    for field, kind in FIELDS.items():
        if field not in merged:
            raise _refused(code, field, "is missing")
        values[field], sources[field] = _value(code, field, kind, merged[field])
    for field in OPTIONAL_AGES:
        values[field] = values[field] or None
    return Jurisdiction(code=code, name=name, sources=sources, **values)


def _merged(code: str, sections: Mapping[str, Any]) -> dict[str, Any]:
    """
    Lay a section over the one it inherits from.
    """
    section = sections[code]
    if not isinstance(section, dict):
        raise _refused(code, code, "is not a section")
    own = dict(section)
    parent = own.pop("inherits", None)
    if parent is None:
        return own
    above = sections.get(parent) if isinstance(parent, str) else None
    if not isinstance(above, dict) or "inherits" in above:
        raise _refused(code, "inherits", "must name a section that inherits from none")
    return {**above, **own}


def _value(code: str, field: str, kind: type, entry: object) -> tuple[Any, str]:
    """
    Check one `{ value, source }` pair.
    """
    if not isinstance(entry, dict) or set(entry) != {"value", "source"}:
        raise _refused(code, field, "must be written as { value = …, source = … }")
    source, value = entry["source"], entry["value"]
    if not isinstance(source, str) or not source.strip():
        raise _refused(code, field, "has no source")
    if kind in (int, bool):
        if type(value) is not kind:
            raise _refused(code, field, f"must be {kind.__name__}")
        limit = MAX_PROTECTION_YEARS if field == "after_death_years" else MAX_AGE_YEARS
        if kind is int and not 0 <= value <= limit:
            raise _refused(code, field, f"must lie between 0 and {limit}")
        return value, source
    try:
        return kind(value), source
    except ValueError:
        raise _refused(code, field, f"cannot be {value!r}") from None


def _refused(code: str, field: str, what: str) -> InvalidInput:
    """
    Name the section and field at fault.
    """
    return InvalidInput(f"Jurisdiction {code}: {field} {what}.", field=f"{code}.{field}")
