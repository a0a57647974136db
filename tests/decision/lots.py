"""
Choose many things with one draw.

Hypothesis takes longer for each draw than the rules take for a whole question: a post of
two people used to be some fifteen draws, and a thousand of them four times the time.
"""

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Final, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
_BYTES_EACH: Final = 2
"""For one choice; where there are a thousand things, none is preferred that could be told."""


class Lots:
    """
    Chance that was drawn before, to be used up choice by choice.

    The least of it chooses the first of everything: what Hypothesis makes smaller gets
    simpler.
    """

    def __init__(self, drawn: bytes) -> None:
        self._drawn = drawn
        self._used = 0

    def one_of(self, things: Sequence[T]) -> T:
        """
        Choose one of *things*.
        """
        end = self._used + _BYTES_EACH
        assert end <= len(self._drawn), "more is chosen than was drawn"
        number = int.from_bytes(self._drawn[self._used : end])
        self._used = end
        return things[number % len(things)]

    def some_of(self, things: Sequence[T], counts: Sequence[int]) -> list[T]:
        """
        Choose so many of *things*, one perhaps twice.
        """
        return [self.one_of(things) for _ in range(self.one_of(counts))]


def chosen(choose: Callable[[Lots], T], choices: int) -> st.SearchStrategy[T]:
    """
    Draw what takes so many *choices* at most.
    """
    size = choices * _BYTES_EACH
    return st.binary(min_size=size, max_size=size).map(lambda drawn: choose(Lots(drawn)))


def lots(choices: int) -> st.SearchStrategy[Lots]:
    """
    Draw enough for so many *choices* at most.
    """
    return chosen(lambda drawn: drawn, choices)


def orders(count: int) -> st.SearchStrategy[list[int]]:
    """
    Draw an order of so many things.
    """
    return st.sampled_from([list(each) for each in permutations(range(count))])
