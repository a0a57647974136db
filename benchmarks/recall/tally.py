"""
Count, and say how sure a count is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Final

_SURE: Final = 1.959964
"""Standard deviations on each side of 95 %."""


@dataclass(frozen=True, slots=True)
class Share:
    """
    So many of so many, with the 95 % interval of Wilson (1927).
    """

    found: int
    asked: int

    @property
    def value(self) -> float:
        """
        Give the share; nothing of nothing is nothing.
        """
        return self.found / self.asked if self.asked else 0.0

    @property
    def low(self) -> float:
        """
        Give the lower end.
        """
        return self._end(-1)

    @property
    def high(self) -> float:
        """
        Give the upper end.
        """
        return self._end(1)

    def _end(self, side: int) -> float:
        if not self.asked:
            return 0.0 if side < 0 else 1.0
        spread = _SURE**2 / self.asked
        reach = _SURE * sqrt(self.value * (1 - self.value) / self.asked + spread / self.asked / 4)
        end = (self.value + spread / 2 + side * reach) / (1 + spread)
        return min(1.0, max(0.0, end))


def share(answers: Iterable[bool]) -> Share:
    """
    Count how many are true.
    """
    kept = list(answers)
    return Share(sum(kept), len(kept))


def mean(values: Iterable[float]) -> float:
    """
    Give the mean; of nothing, nothing.
    """
    kept = list(values)
    return sum(kept) / len(kept) if kept else 0.0
