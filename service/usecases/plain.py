"""
Turn records into plain values, so that they can be hashed and compared.
"""

import hashlib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum

from service.decision.later import ADDED_LATER
from service.ledger.canonical import Plain, canonical, instant


def plain(value: object) -> Plain:
    """
    Give *value* as text, numbers, lists and mappings; sets are sorted.
    """
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return _composed(value)


def plain_fields(record: object, *, without: str = "") -> dict[str, Plain]:
    """
    Give the fields of a dataclass as plain values, maybe without one.
    """
    named = [each.name for each in fields(record) if each.name != without]  # type: ignore[arg-type]  # any dataclass
    return {name: plain(getattr(record, name)) for name in named}


def _is_as_before(field: Field[object], record: object) -> bool:
    """
    Tell whether a field that was added later says nothing in a record.

    Left out, so that what was written before it was added keeps its digest.
    """
    return field.metadata == ADDED_LATER and getattr(record, field.name) == field.default


def as_logged(record: object, *, without: str = "") -> dict[str, Plain]:
    """
    Give the fields of a dataclass as the log says and hashes them.
    """
    return {
        each.name: plain(getattr(record, each.name))
        for each in fields(record)  # type: ignore[arg-type]  # any dataclass
        if each.name != without and not _is_as_before(each, record)
    }


def digest_of(record: object) -> str:
    """
    Give the SHA-256 that names exactly this content, hexadecimal.
    """
    return hashlib.sha256(canonical(plain(record))).hexdigest()


def differences(before: object, after: object) -> list[str]:
    """
    Name the fields in which two records differ, never their values.
    """
    names = [each.name for each in fields(before)]  # type: ignore[arg-type]  # any dataclass
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _composed(value: object) -> Plain:
    """
    Give what is made of parts.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return as_logged(value)
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, AbstractSet):
        return sorted((plain(part) for part in value), key=str)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, Sequence):
        return [plain(part) for part in value]
    raise TypeError(f"{type(value).__name__} has no plain form")
