"""
Do several things at a time, and hold no more than is being worked on.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from cli.batch.stopping import Stop
from service.errors import Busy, TooMany, Unavailable

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""So many names for each worker are known ahead, so that none waits for a slow one."""
MOST_TRIES = 30
"""Each waits ten seconds for a worker: long clips keep them for minutes."""
HOPELESS = (TooMany, Unavailable)
"""What holds for every file, not for the one that met it."""


def in_turn(
    jobs: int, things: Iterable[T], act: Callable[[T], R], stop: Stop
) -> Generator[tuple[T, R | None]]:
    """
    Do *act* with each thing, *jobs* at a time, and give what came of it.

    In the order of the things.  None for what was not begun or could not be ended,
    because of *stop*.  Things are taken as they are needed, never more than `AHEAD`
    times *jobs* before the result is asked for.
    """
    under_way: deque[tuple[T, Future[R | None]]] = deque()
    with ThreadPoolExecutor(jobs, thread_name_prefix="batch") as crew:
        try:
            for thing in things:
                under_way.append((thing, crew.submit(_unless_stopped, act, thing, stop)))
                if len(under_way) >= AHEAD * jobs:
                    yield _first(under_way)
                if stop.is_asked:
                    break
            while under_way:
                yield _first(under_way)
        finally:
            for _, each in under_way:
                each.cancel()


def patiently(act: Callable[[], R], stop: Stop) -> R:
    """
    Try again while every picture worker is occupied.

    It is this folder that keeps them so.

    Raises:
        Busy: It stays so.
    """
    for _ in range(MOST_TRIES - 1):
        try:
            return act()
        except Busy:
            if stop.is_asked:
                raise
    return act()


def _unless_stopped(act: Callable[[T], R], thing: T, stop: Stop) -> R | None:
    """
    Do it, or stop everything because of what would meet every other thing too.
    """
    if stop.is_asked:
        return None
    try:
        return act(thing)
    except HOPELESS as trouble:
        stop.because_of(trouble)
        return None


def _first(under_way: deque[tuple[T, Future[R | None]]]) -> tuple[T, R | None]:
    """
    Wait for what was begun first.
    """
    thing, begun = under_way.popleft()
    return thing, begun.result()
