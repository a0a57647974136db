"""
Do something once for files that are the same.
"""

from collections.abc import Callable, Mapping
from threading import Condition
from typing import Generic, TypeVar

R = TypeVar("R")


class Twins(Generic[R]):
    """
    Remember what came of some bytes, from any number of threads.
    """

    def __init__(self, known: Mapping[bytes, R] | None = None) -> None:
        """
        Begin with what is *known* from before.
        """
        self._known = dict(known or {})
        self._under_way: set[bytes] = set()
        self._changed = Condition()

    def once(self, mark: bytes, act: Callable[[], R]) -> tuple[R, bool]:
        """
        Give what came of the bytes with this *mark*, and whether that is new.

        Twins at the same time wait for the first.  What raises is not remembered: a
        refusal may be the fault of the name.
        """
        with self._changed:
            self._changed.wait_for(lambda: mark not in self._under_way)
            if mark in self._known:
                return self._known[mark], False
            self._under_way.add(mark)
        try:
            result = act()
            self._known[mark] = result
        finally:
            with self._changed:
                self._under_way.remove(mark)
                self._changed.notify_all()
        return result, True
