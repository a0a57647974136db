"""
Short verbs run together, and nobody hears of one before it is durable.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, current_thread
from typing import Any, TypeVar

import pytest

from service.errors import Unavailable
from service.http.lane import MOST_AT_ONCE, TURNS, Lane, ManyThreads, OneThread

T = TypeVar("T")


class Disk:
    """
    A commit that takes until it is let go, or fails.
    """

    def __init__(self) -> None:
        self.told: list[str] = []
        self.trouble: Exception | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        self.told.append("begin")
        yield
        self.told.append("commit")
        if self.trouble is not None:
            raise self.trouble


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture(params=["one", "many"])
def lane(request: pytest.FixtureRequest, disk: Disk) -> Iterator[Lane]:
    made: Lane = OneThread(disk.together) if request.param == "one" else ManyThreads()
    yield made
    made.close()


@pytest.fixture
def thread(disk: Disk) -> Iterator[OneThread]:
    made = OneThread(disk.together)
    yield made
    made.close()


def heard(story: Coroutine[Any, Any, T]) -> T:
    """
    Run a story on a loop of its own, in a thread of its own: others may have one here.
    """
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, story).result()


def everybody(lane: Lane, *jobs: Callable[[], Any]) -> list[Any]:
    """
    Run all at once, and give what each gave or raised.
    """

    async def all_at_once() -> list[Any]:
        waiting = (lane.run(job) for job in jobs)
        return await asyncio.gather(*waiting, return_exceptions=True)

    return heard(all_at_once())


def failing() -> None:
    raise KeyError("nobody")


def test_each_hears_what_its_own_job_gave(lane: Lane) -> None:
    given = everybody(lane, *(lambda n=n: n * n for n in range(40)))

    assert [n * n for n in range(40)] == given


def test_who_raises_takes_nobody_along(lane: Lane) -> None:
    before, raised, after = everybody(lane, lambda: "before", failing, lambda: "after")

    assert ("before", "after") == (before, after)
    assert isinstance(raised, KeyError)


def test_a_glance_gives_what_it_saw(lane: Lane) -> None:
    assert 7 == heard(lane.glance(lambda: 7))


def test_a_glance_raises_what_it_met(lane: Lane) -> None:
    with pytest.raises(KeyError):
        heard(lane.glance(failing))


@pytest.mark.parametrize(("others", "commits"), [(MOST_AT_ONCE - 1, 1), (MOST_AT_ONCE, 2)])
def test_jobs_that_come_meanwhile_share_a_commit(
    thread: OneThread, disk: Disk, others: int, commits: int
) -> None:
    busy, go_on = Event(), Event()

    def slow() -> None:
        busy.set()
        go_on.wait()

    async def story() -> None:
        first = asyncio.ensure_future(thread.run(slow))
        await asyncio.to_thread(busy.wait)
        rest = [asyncio.ensure_future(thread.run(lambda: None)) for _ in range(others)]
        for _ in range(TURNS + 2):
            await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(first, *rest)

    heard(story())

    assert ["begin", "commit"] * commits == disk.told


def test_nobody_hears_of_a_job_before_its_commit(thread: OneThread, disk: Disk) -> None:
    async def story() -> list[str]:
        await thread.run(lambda: None)
        return list(disk.told)

    assert ["begin", "commit"] == heard(story())


def test_a_commit_that_fails_fails_for_everybody_in_it(thread: OneThread, disk: Disk) -> None:
    disk.trouble = Unavailable("The disk is full.")

    given = everybody(thread, lambda: "recorded", lambda: "recorded too")

    assert [disk.trouble, disk.trouble] == given


@pytest.mark.parametrize("trouble", [Unavailable("The disk is full."), RuntimeError("A bug.")])
def test_after_a_commit_that_failed_the_next_one_counts(
    thread: OneThread, disk: Disk, trouble: Exception
) -> None:
    disk.trouble = trouble
    everybody(thread, lambda: "lost")
    disk.trouble = None

    assert ["kept"] == everybody(thread, lambda: "kept")


def test_all_run_in_one_thread(thread: OneThread) -> None:
    names = everybody(thread, *[lambda: current_thread().name] * 5)

    assert {"lane"} == set(names)


def test_closing_finishes_what_came_before(disk: Disk) -> None:
    async def story() -> str:
        lane = OneThread(disk.together)
        waiting = asyncio.ensure_future(lane.run(lambda: "done"))
        await asyncio.sleep(0)
        await asyncio.to_thread(lane.close)
        return await waiting

    assert "done" == heard(story())
