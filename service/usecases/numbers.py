"""
Accept numbers that people typed, or refuse them and name the field.

A number is written in the ten digits of ASCII.  What `int` would read beyond those
(digits of other scripts, underscores, thousands of them) two programs read differently,
and the ledger keeps no integer beyond 2^53-1 (RFC 7493 section 2.2).
"""

import re

from service.errors import InvalidInput
from service.ledger.canonical import MAX_INTEGER

_WHOLE = re.compile(r"[0-9]{1,16}")
_DECIMAL = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")


def is_whole(typed: str) -> bool:
    """
    Tell whether it is a whole number as we read them.
    """
    return _WHOLE.fullmatch(typed) is not None


def whole(typed: str, field: str, *, most: int = MAX_INTEGER) -> int:
    """
    Accept a whole number.

    Raises:
        InvalidInput: It is none, or too large.
    """
    if not is_whole(typed):
        raise InvalidInput("This is no whole number.", field=field)
    return within(int(typed), field, most=most)


def decimal(typed: str, field: str) -> float:
    """
    Accept a number that may have a point or a comma.

    Raises:
        InvalidInput: It is none, or too long.
    """
    if not _DECIMAL.fullmatch(typed):
        raise InvalidInput("This is no number.", field=field)
    return float(typed.replace(",", "."))


def within(number: int, field: str, *, least: int = 0, most: int = MAX_INTEGER) -> int:
    """
    Accept a number that lies between two others, both included.

    Raises:
        InvalidInput: It does not.
    """
    if not least <= number <= most:
        raise InvalidInput(f"This number lies between {least} and {most}.", field=field)
    return number
