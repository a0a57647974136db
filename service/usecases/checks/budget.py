"""
Keep anybody from fishing: so many questions an hour (threat T1).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import TypeAlias

from service.errors import TooMany
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork

ONE_HOUR = timedelta(hours=1)
LOOKED_AT_LEAST_EVERY = timedelta(minutes=1)
SHARES = 256
"""One process never overspends; sixteen together by a sixteenth at most."""
MOST_ACTORS_HELD = 10_000

Told: TypeAlias = Callable[[UnitOfWork, Caller, int, datetime], None]
"""Is told whose budget is used up, how large it was, and when."""


@dataclass(slots=True)
class _Share:
    """
    What this process may still spend before it counts again.
    """

    left: int
    until: datetime


class Budget:
    """
    Count what an actor asked within the hour, in the database.

    Counting costs as much as there is to count, so a process that has counted takes a
    small share of what is left, and counts again when that is spent or after a minute.
    The nearer the end, the more often.
    """

    def __init__(self, per_hour: int, told: Told | None = None) -> None:
        """
        Allow *per_hour* questions of each actor; let *told* know who had them all.
        """
        self._per_hour = per_hour
        self.told = told
        self._lock = Lock()
        self._shares: dict[tuple[str, str], _Share] = {}

    def spend(self, work: UnitOfWork, caller: Caller, now: datetime) -> None:
        """
        Take one question off the caller's budget.

        Before anything is written: what is told of a budget that is used up is committed.

        Raises:
            TooMany: It is used up.
        """
        whose = (caller.organisation_id, caller.actor.id)
        if self._took_of_share(whose, now):
            return
        left = self._per_hour - work.checks.count_by_actor(caller.actor.id, now - ONE_HOUR)
        if left <= 0:
            if self.told is not None:
                self.told(work, caller, self._per_hour, now)
            message = "Too many checks within an hour; wait, or ask an administrator."
            raise TooMany(message)
        with self._lock:
            if len(self._shares) >= MOST_ACTORS_HELD:
                self._shares.clear()
            share = _Share((left - 1) // SHARES, now + LOOKED_AT_LEAST_EVERY)
            self._shares[whose] = share

    def _took_of_share(self, whose: tuple[str, str], now: datetime) -> bool:
        """
        Take one off the share of this process, if there is any.
        """
        with self._lock:
            share = self._shares.get(whose)
            if share is None or share.left <= 0 or now >= share.until:
                return False
            share.left -= 1
            return True
