"""
Give a value the exact bytes that are hashed: JSON by RFC 8785.

Values are None, bool, int, str, lists and mappings with string keys.  There are
no floats: nothing that we record is a measurement, and a number that two programs
print differently is no evidence.

Strings keep their code points, as RFC 8785 section 3.1 asks; NFC is the business
of the front door.  Refusing here what is not NFC could stop a withdrawal because of
how a phone spells "é", and would tie old evidence to one edition of the Unicode
tables.

Written here rather than taken from a package, because `verify.py` needs it where
nothing is installed.  The standard encoder already escapes as RFC 8785 section
3.2.2.2 does; what it lacks is the order of keys, the limits and the refusals.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeAlias, cast

from service.ledger.failures import NotCanonical

Plain: TypeAlias = "bool | int | str | Sequence[Plain] | Mapping[str, Plain] | None"
"""What can be recorded."""

MAX_INTEGER = 2**53 - 1
"""The largest integer that every reader of JSON keeps exact (RFC 7493 section 2.2)."""

MAX_DEPTH = 32
"""Deeper nesting is an attack on the reader's stack, or a cycle."""

_WORDS = frozenset({str, bool, type(None)})
_LISTS = frozenset({list, tuple})
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_encode_sorted = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def canonical(value: Plain) -> bytes:
    """
    Return the one true form of *value* in bytes.

    Raises:
        NotCanonical: For floats, integers beyond 2^53-1, keys that are not
            strings, lone surrogates, anything too deep or of another type.
    """
    try:
        if _is_simple(value, 0):
            return _encode_sorted(value).encode()
        return _encode(_ordered(value, 0)).encode()
    except UnicodeEncodeError:
        raise NotCanonical("a lone surrogate is not text") from None


def parse_canonical(content: bytes) -> Plain:
    """
    Return the value whose one true form is *content*.

    Raises:
        NotCanonical: If it is not JSON, or JSON in any other form.
    """
    try:
        value = cast("Plain", json.loads(content.decode()))
    except (ValueError, RecursionError):
        raise NotCanonical("this is not JSON in UTF-8") from None
    if canonical(value) != content:
        raise NotCanonical("this is JSON, but not in its canonical form")
    return value


def instant(moment: datetime) -> str:
    """
    Return *moment* as RFC 3339 text in UTC, always with microseconds.

    One spelling only, so that equal instants are equal bytes and sort as text.

    Raises:
        NotCanonical: For a datetime without zone, or one outside of the years
            1 to 9999 in UTC.
    """
    if moment.tzinfo is UTC:
        return _spelt(moment)
    if moment.utcoffset() is None:
        raise NotCanonical("an instant needs a zone")
    try:
        return _spelt(moment.astimezone(UTC))
    except OverflowError:
        raise NotCanonical("an instant lies in the years 1 to 9999") from None


@lru_cache(maxsize=64)  # the present is written several times in each entry
def _spelt(utc: datetime) -> str:
    """
    Spell an instant that is in UTC already.
    """
    return f"{utc.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def _is_simple(value: Any, depth: int) -> bool:  # noqa: ANN401  # whatever was handed over
    """
    Tell whether the encoder's own order is the right one, and nothing is to refuse.

    It sorts keys by code points, which for ASCII is the order of UTF-16.  What is not
    simple is no error: it goes the long way, where refusals are.  Nearly everything
    that is recorded is simple, and this takes half the time.
    """
    kind = type(value)
    if kind in _WORDS:
        return True
    if kind is int:
        return bool(-MAX_INTEGER <= value <= MAX_INTEGER)
    if depth >= MAX_DEPTH:
        return False
    if kind is dict:
        return _has_ascii_names(value) and _are_simple(value.values(), depth + 1)
    return kind in _LISTS and _are_simple(value, depth + 1)


def _are_simple(parts: Iterable[object], depth: int) -> bool:
    """
    Tell it of all parts of something.
    """
    for part in parts:  # noqa: SIM110  # a generator for each list costs as much as all the rest
        if type(part) not in _WORDS and not _is_simple(part, depth):
            return False
    return True


def _has_ascii_names(members: Mapping[Any, object]) -> bool:
    """
    Tell whether all keys are ASCII; one that is not even text is not.
    """
    try:
        return all(map(str.isascii, members))
    except TypeError:
        return False


def _ordered(value: Plain, depth: int) -> Plain:
    """
    Return a copy with sorted keys, refusing what cannot be recorded.
    """
    if depth > MAX_DEPTH:
        raise NotCanonical(f"nested deeper than {MAX_DEPTH} levels")
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise NotCanonical("an integer beyond 2^53-1 is not exact everywhere")
        return value
    if isinstance(value, list | tuple):
        return [_ordered(part, depth + 1) for part in value]
    if isinstance(value, Mapping):
        names = sorted(value, key=_utf16)
        return {name: _ordered(value[name], depth + 1) for name in names}
    raise NotCanonical(f"a {type(value).__name__} cannot be recorded")


def _utf16(name: object) -> bytes:
    """
    Return the UTF-16 code units that RFC 8785 section 3.2.3 sorts by.
    """
    if not isinstance(name, str):
        raise NotCanonical(f"a key is a string, not a {type(name).__name__}")
    return name.encode("utf-16-be")
