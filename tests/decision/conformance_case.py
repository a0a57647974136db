"""
Say what one conformance case is, so that any door can be sent the same ones.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from service.decision.case import Case
from service.decision.ids import ChannelId
from service.decision.terms import Answer
from service.decision.verdict import Code

Question = tuple[Case, ChannelId | None, datetime]


@dataclass(frozen=True, slots=True)
class ConformanceCase:
    """
    One expectation of one row of domain section 2.9.
    """

    number: int
    title: str
    build: Callable[[], Question]
    answer: Answer
    codes: frozenset[Code] = frozenset()
    """Each of these must be among the reasons."""
    tolerated: frozenset[Code] = frozenset()
    """These may be among the reasons: the specification leaves it open."""


def publishes(number: int, title: str, build: Callable[[], Question]) -> ConformanceCase:
    """
    Expect `publish`, with nothing in the way.
    """
    return ConformanceCase(number, title, build, Answer.PUBLISH)


def asks(
    number: int,
    title: str,
    build: Callable[[], Question],
    *codes: Code,
    besides: frozenset[Code] = frozenset(),
) -> ConformanceCase:
    """
    Expect `ask` for these reasons, and *besides* perhaps others.
    """
    return ConformanceCase(number, title, build, Answer.ASK, frozenset(codes), besides)


def denies(
    number: int,
    title: str,
    build: Callable[[], Question],
    *codes: Code,
    besides: frozenset[Code] = frozenset(),
) -> ConformanceCase:
    """
    Expect `do_not_publish` for these reasons, and *besides* perhaps others.
    """
    return ConformanceCase(number, title, build, Answer.DO_NOT_PUBLISH, frozenset(codes), besides)
