"""
Keep instants: aware in, aware out, whatever the engine does with zones.
"""

from datetime import UTC, datetime

from sqlalchemy import TIMESTAMP, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from service.errors import InvalidInput

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

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        """
        Refuse an instant without a zone; write all others in UTC.

        Raises:
            InvalidInput: The instant has no zone.
        """
        if value is None:
            return None
        if value.utcoffset() is None:
            raise InvalidInput("An instant needs a time zone.")
        utc = value.astimezone(UTC)
        return as_text(utc) if dialect.name == "sqlite" else utc

    def process_result_value(
        self, value: datetime | str | None, dialect: Dialect
    ) -> datetime | None:
        """
        Give the instant back, in UTC.
        """
        del dialect
        if value is None:
            return None
        return as_instant(value)


def as_text(instant: datetime) -> str:
    """
    Write an instant in UTC with six digits of microseconds, so that text sorts.
    """
    return f"{instant.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def as_instant(value: datetime | str) -> datetime:
    """
    Read what either engine gives for an instant.
    """
    instant = datetime.fromisoformat(value) if isinstance(value, str) else value
    return instant.astimezone(UTC)
