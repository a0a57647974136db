"""
Check each field of what a worker says before it is believed.

Every function gives the field back as the type it must have, or raises `TypeError` or
`ValueError`, which the reader of the answer turns into `UnexpectedMessageError`.
"""

from typing import Final

_LONGEST_TEXT: Final = 1_000


def text(field: object) -> str:
    """
    Take one line of print: what a worker says is shown, and may be logged.
    """
    if not isinstance(field, str) or len(field) > _LONGEST_TEXT or not field.isprintable():
        raise TypeError
    return field


def flag(field: object) -> bool:
    """
    Take yes or no.
    """
    if not isinstance(field, bool):
        raise TypeError
    return field


def number(field: object, most: int, least: int = 1) -> int:
    """
    Take a whole number from *least* to *most*.
    """
    if type(field) is not int or not least <= field <= most:
        raise TypeError
    return field


def amount(field: object, most: float) -> float:
    """
    Take a number from nothing to *most*.
    """
    if type(field) is not float or not 0 <= field <= most:
        raise TypeError
    return field


def octets(field: object, length: int) -> bytes:
    """
    Take exactly *length* bytes, written hexadecimal.
    """
    found = bytes.fromhex(text(field))
    if len(found) != length:
        raise ValueError
    return found


def listed(field: object, most: int) -> list[object]:
    """
    Take a list of at most *most* things.
    """
    if not isinstance(field, list) or len(field) > most:
        raise TypeError
    return field


def several(field: object, count: int) -> list[object]:
    """
    Take a list of exactly *count* things.
    """
    if len(found := listed(field, count)) != count:
        raise ValueError
    return found


def named(field: object) -> dict[str, object]:
    """
    Take an object with named fields.
    """
    if not isinstance(field, dict):
        raise TypeError
    return field
