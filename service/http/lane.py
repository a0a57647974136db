"""
Run short verbs off the event loop, where threads cost more in one.

A verb that only reads and writes a few rows takes less time than handing it to a
pool of threads, which then contend for the interpreter and queue for the one writer
of SQLite.  There, one thread runs one after the other for as long as more come in, and
all that wrote share one wait for the disk.  With many writers (PostgreSQL) each
runs in a thread of its own as everything else does.

What waits for something else than the storage, such as a picture, never belongs here.
"""

from asyncio import AbstractEventLoop, Future, get_running_loop
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Protocol, TypeVar

from litestar.concurrency import sync_to_thread

T = TypeVar("T")

MOST_AT_ONCE = 16
"""So many verbs share a wait; the first of them waits for the last."""
TURNS = 4
"""
So often the loop looks for more before the thread is woken, some microseconds each.

Awake, the two want the interpreter at the same time, and handing it to and fro takes a
tenth of the checks of a second.
"""
JOIN_SECONDS = 30.0


class Lane(Protocol):
    """
    Where short verbs run.
    """

    async def run(self, job: Callable[[], T]) -> T:
        """
        Give what *job* gives or raises, once it is durable.
        """
        ...

    async def glance(self, job: Callable[[], T]) -> T:
        """
        Give what *job* gives or raises; it is one look-up by key.
        """
        ...

    def close(self) -> None:
        """
        Finish what is under way.
        """
        ...


class ManyThreads:
    """
    Each job in a thread of its own.
    """

    async def run(self, job: Callable[[], T]) -> T:
        """
        Give what *job* gives or raises.
        """
        return await sync_to_thread(job)

    async def glance(self, job: Callable[[], T]) -> T:
        """
        Give what *job* gives or raises.
        """
        return await sync_to_thread(job)

    def close(self) -> None:
        """
        Do nothing: the framework ends its threads.
        """


@dataclass(frozen=True, slots=True)
class Waiting:
    """
    A job, and who waits for it.
    """

    job: Callable[[], Any]
    future: "Future[Any]"


@dataclass(frozen=True, slots=True)
class Done:
    """
    What became of a job.
    """

    given: Any = None
    raised: Exception | None = None


class OneThread:
    """
    All jobs in one thread, in the order in which they came.
    """

    def __init__(self, together: Callable[[], AbstractContextManager[None]]) -> None:
        """
        Start the thread; *together* lets what it writes share a wait for the disk.
        """
        self._together = together
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._coming: dict[AbstractEventLoop, list[Waiting]] = {}
        self._thread = Thread(target=self._work, name="lane", daemon=True)
        self._thread.start()

    async def run(self, job: Callable[[], T]) -> T:
        """
        Give what *job* gives or raises, once it is durable.
        """
        loop = get_running_loop()
        future: Future[T] = loop.create_future()
        coming = self._coming.setdefault(loop, [])
        coming.append(Waiting(job, future))
        if len(coming) == 1:
            self._hand_over(loop, TURNS)
        return await future

    async def glance(self, job: Callable[[], T]) -> T:
        """
        Give it at once: a look-up in a local file takes less time than to hand it over.
        """
        return job()

    def close(self) -> None:
        """
        Finish what has come in, then end.
        """
        for loop in tuple(self._coming):
            self._hand_over(loop)
        self._queue.put(None)
        self._thread.join(JOIN_SECONDS)

    def _hand_over(self, loop: AbstractEventLoop, turns: int = 0) -> None:
        """
        Wake the thread for everybody of a loop, some turns of it later.
        """
        if turns:
            loop.call_soon(self._hand_over, loop, turns - 1)
            return
        for each in self._coming.pop(loop, ()):
            self._queue.put(each)

    def _work(self) -> None:
        """
        Run batch after batch until told to end.
        """
        while (first := self._queue.get()) is not None:
            _tell(*self._run_together(first))

    def _run_together(self, first: Waiting) -> tuple[Sequence[Waiting], Sequence[Done]]:
        """
        Run a job and those that come meanwhile.

        A commit that fails, fails for all of them, and the thread goes on.
        """
        batch, done = [first], list[Done]()
        try:
            with self._together():
                done.append(_run(first.job))
                # To write to the disk for one costs as much as for all: nobody who is
                # there already waits for the next time.
                while len(batch) < MOST_AT_ONCE and (following := self._come()) is not None:
                    batch.append(following)
                    done.append(_run(following.job))
        except Exception as trouble:  # whoever waits hears of it, whatever it is
            return batch, [Done(raised=trouble)] * len(batch)
        return batch, done

    def _come(self) -> Waiting | None:
        """
        Give who has come meanwhile, if anybody.
        """
        try:
            following = self._queue.get_nowait()
        except Empty:
            return None
        if following is None:
            self._queue.put(None)  # the end comes after this batch
        return following


def _run(job: Callable[[], Any]) -> Done:
    """
    Run a job, and keep whatever it raises for who waits.
    """
    try:
        return Done(given=job())
    except Exception as trouble:  # it is raised where somebody waits for it
        return Done(raised=trouble)


def _tell(batch: Sequence[Waiting], done: Sequence[Done]) -> None:
    """
    Wake everybody of a batch, once for each loop.
    """
    by_loop: dict[AbstractEventLoop, list[tuple[Waiting, Done]]] = {}
    for pair in zip(batch, done, strict=True):
        by_loop.setdefault(pair[0].future.get_loop(), []).append(pair)
    for loop, pairs in by_loop.items():
        loop.call_soon_threadsafe(_settle, pairs)


def _settle(pairs: Sequence[tuple[Waiting, Done]]) -> None:
    """
    Give each its outcome; who has gone meanwhile gets none.
    """
    for waiting, done in pairs:
        if waiting.future.done():
            continue
        if done.raised is not None:
            waiting.future.set_exception(done.raised)
        else:
            waiting.future.set_result(done.given)
