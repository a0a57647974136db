"""
Keep instants: aware in, aware out, whatever the engine does with zones.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy import TIMESTAMP, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from service.errors import InvalidInput

Stored = datetime | str | None
"""What an engine is given, and gives, for an instant."""

FOREVER = datetime.max.replace(tzinfo=UTC)
"""Stands for `as known now`: every instant was recorded before it."""


class Instant(TypeDecorator[datetime]):
    """
    Store an instant in UTC.

    PostgreSQL keeps it natively.  SQLite has no type that keeps a zone, so there it
    is text of a fixed width that sorts in time and that a human can read.
    """

    impl = TIMESTAMP(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[str]:
        """
        Give the column type of the engine.
        """
        return Text() if dialect.name == "sqlite" else TIMESTAMP(timezone=True)

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Stored]:
        """
        Give what refuses an instant without a zone, and writes others in UTC.
        """
        return _write_text if dialect.name == "sqlite" else _in_utc

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Stored], datetime | None]:
        """
        Give what reads the instant back, in UTC.
        """
        del dialect, coltype
        return _read


def _in_utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.utcoffset() is None:
        raise InvalidInput("An instant needs a time zone.")
    return value.astimezone(UTC)


def _write_text(value: datetime | None) -> str | None:
    if value is not None and value.tzinfo is UTC:
        return as_text(value)  # nearly every one, and the same few again and again
    utc = _in_utc(value)
    return None if utc is None else as_text(utc)


def _read(value: Stored) -> datetime | None:
    return None if value is None else as_instant(value)


@lru_cache(maxsize=256)  # the present is written several times in each transaction
def as_text(instant: datetime) -> str:
    """
    Write an instant in UTC, always with microseconds, so that text sorts.
    """
    return f"{instant.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def as_instant(value: datetime | str) -> datetime:
    """
    Read what either engine gives for an instant.
    """
    instant = datetime.fromisoformat(value) if isinstance(value, str) else value
    return instant.astimezone(UTC)
