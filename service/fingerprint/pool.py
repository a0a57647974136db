"""
Several picture workers, and what the rest of the house calls.

A picture that crashes, hangs or bloats its worker costs that worker and is refused;
the next picture finds a new one.
"""

import contextlib
import os
import queue
import threading
import weakref
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from types import TracebackType
from typing import Self, TypeVar

from service.errors import Busy, Unavailable
from service.fingerprint import comparing, developing, paper
from service.fingerprint.comparing import RegisteredLike
from service.fingerprint.features.comparison import Comparison
from service.fingerprint.orders import Developed, OrderLike
from service.fingerprint.paper import PaperOrderLike, PaperPage
from service.fingerprint.picture import Limits, Picture
from service.fingerprint.reading import question_about
from service.fingerprint.refusals import Reason, refusal, too_many_bytes
from service.fingerprint.seat import Seat
from service.fingerprint.sniff import is_set
from service.fingerprint.wire import Question

T = TypeVar("T")


class PicturePool:
    """
    Read and compare pictures in *size* processes, for many threads.
    """

    def __init__(
        self,
        size: int,
        limits: Limits,
        *,
        max_wait_seconds: float = 10.0,
        pictures_per_worker: int = 1_000,
    ) -> None:
        """
        Start all workers and wait until each is ready.

        Args:
            max_wait_seconds: How long a picture waits for a free worker.

            pictures_per_worker: Then it is replaced, and whatever a picture may have
                left behind in it ends.

        Raises:
            Unavailable: They cannot be started.
        """
        self._limits = limits
        self._max_wait_seconds = max_wait_seconds
        self._closed = False
        self._slow_lane = _slow_lane(size)
        self._seats = tuple(Seat(limits, pictures_per_worker) for _ in range(size))
        self._free: queue.LifoQueue[Seat] = queue.LifoQueue()
        try:
            for seat in self._seats:
                seat.ready_worker()
                self._free.put(seat)
        except Unavailable:
            for seat in self._seats:
                seat.leave()
            raise
        _POOLS.add(self)

    def __enter__(self) -> Self:
        """
        Give the pool to a `with` block.
        """
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """
        End all workers.
        """
        self.close()

    @property
    def worker_pids(self) -> tuple[int, ...]:
        """
        Number the worker processes of this moment, for those who watch them.
        """
        return tuple(worker.pid for seat in self._seats if (worker := seat.worker))

    @property
    def free_workers(self) -> int:
        """
        Count the workers that wait for a picture.
        """
        return self._free.qsize()

    def read(
        self, data: bytes, *, filename: str | None = None, with_preview: bool = False
    ) -> Picture:
        """
        Read the picture in *data*.

        Args:
            filename: Only its ending is looked at, and only to be contradicted.

        Raises:
            BadImage: There is no picture, not all of one, or too much.

            Busy: Every worker stayed occupied for as long as one may wait.

            Unavailable: The pool is closed, or no worker can be started.
        """
        self._refuse_size(data)
        with ThreadPoolExecutor(max_workers=1) as aside:
            # Computed here: a process that decodes is not one to say which file it was.
            # And meanwhile, for a worker begins with what leaves a core idle.
            digest = aside.submit(_digest_of, data)
            question = question_about(
                data,
                digest_bytes=digest.result,
                filename=filename,
                with_preview=with_preview,
                limits=self._limits,
            )
            return self._ask_slowly(question) if is_set(data) else self._ask(question)

    def compare(
        self, preview_jpeg: bytes, views: bytes, registered: Sequence[RegisteredLike]
    ) -> Sequence[Comparison]:
        """
        Tell what a picture is to each of the *registered* ones, in their order.

        Args:
            preview_jpeg: As `read` gave it.

            views: The same; nothing where nothing stands out.

        Raises:
            BadImage: Something that is kept of one of them cannot be read.

            Busy: As when reading.

            Unavailable: The same.

            ValueError: They are more than `comparing.MOST_COMPARED`.
        """
        if not registered:
            return ()
        return self._ask(comparing.question_about(preview_jpeg, views, registered, self._limits))

    def develop(self, data: bytes, order: OrderLike, *, filename: str | None = None) -> Developed:
        """
        Make of the picture in *data* what *order* says.

        Raises:
            BadImage: As when reading; or it cannot be made of such a file.

            Busy: As when reading.

            Unavailable: The same.

            ValueError: More is to be covered than `developing.MOST_COVERS`.
        """
        self._refuse_size(data)
        question = developing.question_about(data, order, filename=filename, limits=self._limits)
        return self._ask_slowly(question) if is_set(data) else self._ask(question)

    def read_paper(
        self, data: bytes, order: PaperOrderLike, *, filename: str | None = None
    ) -> Sequence[PaperPage]:
        """
        Tell what is ticked on every page of answers in *data*.

        Raises:
            BadImage: As when reading.

            Busy: The same.

            Unavailable: The same.
        """
        self._refuse_size(data)
        question = paper.question_about(data, order, filename=filename, limits=self._limits)
        return self._ask_slowly(question) if is_set(data) else self._ask(question)

    def close(self) -> None:
        """
        End all workers; one that is reading finishes its picture first.
        """
        self._closed = True
        with contextlib.suppress(queue.Empty):
            while True:
                self._free.get_nowait().leave()

    def start_again_after_fork(self) -> None:
        """
        Leave the workers to the parent process and start others when asked.

        Two processes on one pipe would read each other's answers.
        """
        for seat in self._seats:
            seat.let_go()
        self._slow_lane = _slow_lane(len(self._seats))
        self._free = queue.LifoQueue()
        for seat in self._seats:
            self._free.put(seat)

    def _refuse_size(self, data: bytes) -> None:
        """
        Refuse nothing at all, and too much.
        """
        if not data:
            raise refusal(Reason.EMPTY)
        if len(data) > self._limits.max_bytes:
            raise too_many_bytes(self._limits)

    def _ask_slowly(self, question: Question[T]) -> T:
        """
        Let clips and documents wait for one another, and never all photos for them.
        """
        lane = self._slow_lane
        if not lane.acquire(timeout=self._max_wait_seconds):
            raise Busy("Too many videos are being looked at.  Try again in a minute.")
        try:
            return self._ask(question)
        finally:
            lane.release()

    def _ask(self, question: Question[T]) -> T:
        """
        Let a free worker answer *question*.
        """
        seat = self._take_seat()
        try:
            return seat.ask(question)
        finally:
            self._free.put(seat)
            if self._closed:
                self.close()

    def _take_seat(self) -> Seat:
        if self._closed:
            raise Unavailable("Pictures are not read any more: the service is stopping.")
        try:
            return self._free.get(timeout=self._max_wait_seconds)
        except queue.Empty:
            raise Busy("Too many pictures are being read.  Try again in a moment.") from None


def _digest_of(data: bytes) -> bytes:
    return sha256(data).digest()


def _slow_lane(size: int) -> threading.Semaphore:
    """
    Keep one worker of several free of what takes long.
    """
    return threading.Semaphore(max(1, size - 1))


_POOLS: "weakref.WeakSet[PicturePool]" = weakref.WeakSet()


def _start_again_after_fork() -> None:
    for pool in _POOLS:
        pool.start_again_after_fork()


os.register_at_fork(after_in_child=_start_again_after_fork)
