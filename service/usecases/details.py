"""
Say what is told about a record, and what is left as it is.

A `…Details` dataclass has the fields of its record, each `KEEP` until it is
told.  Entering needs all that have no default; changing needs only what changes,
so that a caller who does not know a field can never wipe it.
"""

from dataclasses import MISSING, fields, replace
from enum import Enum
from typing import Any, Final, Literal, TypeAlias, TypeVar

from service.errors import InvalidInput

R = TypeVar("R")
T = TypeVar("T")


class Keep(Enum):
    """
    The one value that means: nothing was said about this field.
    """

    KEEP = "keep"


KEEP: Final = Keep.KEEP

Told: TypeAlias = T | Literal[Keep.KEEP]
"""A value, or nothing said."""


def told(details: object) -> dict[str, Any]:
    """
    Give the fields of a `…Details` that something was said about.
    """
    values = {each.name: getattr(details, each.name) for each in fields(details)}  # type: ignore[arg-type]  # any dataclass
    return {name: value for name, value in values.items() if value is not KEEP}


def entered(record_type: type[R], details: object, **own: object) -> R:
    """
    Make a first record of what was told, defaults for the rest.

    Raises:
        InvalidInput: Something that has no default was not told.
    """
    values = told(details) | own
    for each in fields(record_type):  # type: ignore[arg-type]  # any dataclass
        required = each.default is MISSING and each.default_factory is MISSING
        if required and each.name not in values:
            raise InvalidInput("This is needed.", field=each.name)
    return record_type(**values)


def changed(record: R, details: object) -> R:
    """
    Give *record* with what was told in place of what was known.
    """
    return replace(record, **told(details))  # type: ignore[type-var]  # any dataclass
