"""
End early, and leave nothing half done.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

from service.errors import ObstatError


class Stop:
    """
    Say that nothing new is begun; what is under way is finished.
    """

    def __init__(self) -> None:
        """
        Begin with nothing in the way.
        """
        self._asked = Event()
        self.trouble: ObstatError | None = None
        """Why nothing more can be done; None: nothing is wrong, or Ctrl-C."""

    @property
    def is_asked(self) -> bool:
        """
        Tell whether to stop.
        """
        return self._asked.is_set()

    def ask(self) -> None:
        """
        Stop, since somebody wants it.
        """
        self._asked.set()

    def because_of(self, trouble: ObstatError) -> None:
        """
        Stop, since nothing more can be done; what stopped it first is told.
        """
        if not self.is_asked:
            self.trouble = trouble
            self._asked.set()


@contextmanager
def stopped_gently() -> Iterator[Stop]:
    """
    Let Ctrl-C finish what is under way; a second one does not wait.
    """
    stop = Stop()

    def ask(_number: int, _frame: FrameType | None) -> None:
        if stop.is_asked:
            raise KeyboardInterrupt
        stop.ask()

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
