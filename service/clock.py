"""
Tell the time so that nothing happens before what is on record already.

A machine sets its clock back now and then, by itself, and tells some instants twice.  A
hold that was placed in the first of them would not be there yet for who checks in the
second.  Nor would one that another machine placed whose clock is ahead: where several
share a storage that has a clock, all go by that.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Final

WAITS_FOR: Final = timedelta(minutes=10)
"""Set back by less, the machine's clock is waited for; by more, it was wrong before.

So far, too, it goes by another: beyond, nobody knows which of them is wrong.
"""
_TICK: Final = timedelta(microseconds=1)


def _of_machine() -> datetime:
    # Here alone: whatever else needs an instant is given it, so that it can be told another.
    return datetime.now(UTC)


class SteadyClock:
    """
    Give instants in UTC, each after the one before, to every thread.
    """

    def __init__(self, read: Callable[[], datetime] = _of_machine) -> None:
        """
        Begin with what *read* gives, in UTC.
        """
        self._read = read
        self._lock = Lock()
        self._last = datetime.min.replace(tzinfo=UTC)
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        """
        Give the present instant, or the first after the last that was given.
        """
        with self._lock:
            now = self._read() + self._ahead
            if timedelta() <= self._last - now < WAITS_FOR:
                now = self._last + _TICK
            self._last = now
            return now

    def follow(self, ask: Callable[[], datetime]) -> None:
        """
        Go by another clock, as far as this one is certain to differ.

        Args:
            ask: Gives the instant, in UTC, that the other tells meanwhile.
        """
        before = self._read()
        there = ask()
        after = self._read()
        with self._lock:
            # By no more than is certain: between two clocks that agree nothing ever moves.
            ahead = min(max(self._ahead, there - after), there - before)
            self._ahead = ahead if abs(ahead) < WAITS_FOR else timedelta()
