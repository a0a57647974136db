"""
Turn what storage drivers raise into refusals of the house.

A driver's message may quote the row it choked on, which is personal.  So only the
class of the error and its code go on, and the error itself is not chained.
"""

import sqlite3
import sys
from contextlib import AbstractContextManager
from types import TracebackType

from sqlalchemy.exc import SQLAlchemyError

from service.errors import Conflict, ObstatError, Unavailable


def storage_errors() -> tuple[type[Exception], ...]:
    """
    Name what the drivers in use raise.

    For `except`, which asks only when it must.  That of PostgreSQL is loaded by who
    connects to it: a command beside a SQLite file would wait for it a fifth of a second.
    """
    postgresql = sys.modules.get("psycopg")
    return (sqlite3.Error, SQLAlchemyError, *((postgresql.Error,) if postgresql else ()))


def _contradictions() -> tuple[type[Exception], ...]:
    """
    Name what they raise when a constraint refuses a row.
    """
    postgresql = sys.modules.get("psycopg")
    return (sqlite3.IntegrityError, *((postgresql.IntegrityError,) if postgresql else ()))


class _StorageTrouble:
    """
    Give every error of a storage driver the form of a refusal.

    A class, and one object for all: every statement of the hot path is inside of one,
    and a generator each time costs ten times as much.
    """

    def __enter__(self) -> None:
        """
        Do nothing.
        """

    def __exit__(
        self, kind: object, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """
        Refuse where a driver has raised.
        """
        if isinstance(error, storage_errors()):
            raise refusal_of(error) from None


_TROUBLE = _StorageTrouble()


def storage_trouble() -> AbstractContextManager[None]:
    """
    Give every error of a storage driver the form of a refusal.

    Raises:
        Conflict: A constraint of the database refused the row.
        Unavailable: Anything else: locked, full, gone, read-only, in a deadlock.
    """
    return _TROUBLE


def refusal_of(error: Exception) -> ObstatError:
    """
    Give the refusal that a driver's *error* becomes.
    """
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, _contradictions()):
        return Conflict(f"The storage refused a contradiction ({_diagnosis(cause)}).")
    return Unavailable(f"The storage cannot be used now ({_diagnosis(cause)}).")


def _diagnosis(error: BaseException) -> str:
    """
    Say what an operator needs, without a word of what was stored.
    """
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    kind = f"{type(error).__module__.partition('.')[0]} {type(error).__name__}"
    return f"{kind}, {code}" if code else kind
