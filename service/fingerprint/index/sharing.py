"""
Share a search of several parts among the cores.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final, TypeVar

P = TypeVar("P")
R = TypeVar("R")

_CORES: Final = (
    len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
)


def shared(search: Callable[[P], R], pages: Sequence[P]) -> list[tuple[P, R]]:
    """
    Give every page with what *search* finds in it, in any order.

    Nobody waits for a core that others keep busy: what no other thread has begun by the
    time the caller is through with its own part, the caller does too.
    """
    parts = min(_CORES, len(pages))
    if parts <= 1:
        return _in_turn(search, pages)
    others = [
        (part, _others().submit(_in_turn, search, part))
        for part in (pages[number::parts] for number in range(1, parts))
    ]
    found = _in_turn(search, pages[::parts])
    for part, begun in others:
        found += _in_turn(search, part) if begun.cancel() else begun.result()
    return found


def _in_turn(search: Callable[[P], R], pages: Sequence[P]) -> list[tuple[P, R]]:
    return [(page, search(page)) for page in pages]


@cache
def _others() -> ThreadPoolExecutor:
    """
    Give the threads of this process that search beside whoever asks.
    """
    return ThreadPoolExecutor(max_workers=max(1, _CORES - 1), thread_name_prefix="index")


# Threads do not survive a fork, and nobody would search what is given to them there.
os.register_at_fork(after_in_child=_others.cache_clear)
