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
from hashlib import sha256
from types import TracebackType
from typing import Self, TypeVar

from service.errors import BadImage, Busy, Unavailable
from service.fingerprint.picture import Limits, Picture
from service.fingerprint.process import WorkerDiedError, WorkerProcess, WorkerTimeoutError
from service.fingerprint.reading import question_about
from service.fingerprint.refusals import Reason, refusal, too_many_bytes
from service.fingerprint.sniff import is_set
from service.fingerprint.wire import Message, Question, UnexpectedMessageError

T = TypeVar("T")


class PicturePool:
    """
    Read pictures in *size* processes, from any number of threads.
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
        self._seats = tuple(_Seat(limits, pictures_per_worker) for _ in range(size))
        self._free: queue.LifoQueue[_Seat] = queue.LifoQueue()
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
        if not data:
            raise refusal(Reason.EMPTY)
        if len(data) > self._limits.max_bytes:
            raise too_many_bytes(self._limits)
        # Computed here: a process that decodes is not one to say which file it was.
        digest = sha256(data).digest()
        question = question_about(
            data,
            digest_bytes=digest,
            filename=filename,
            with_preview=with_preview,
            limits=self._limits,
        )
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

    def _take_seat(self) -> "_Seat":
        if self._closed:
            raise Unavailable("Pictures are not read any more: the service is stopping.")
        try:
            return self._free.get(timeout=self._max_wait_seconds)
        except queue.Empty:
            raise Busy("Too many pictures are being read.  Try again in a moment.") from None


def _slow_lane(size: int) -> threading.Semaphore:
    """
    Keep one worker of several free of what takes long.
    """
    return threading.Semaphore(max(1, size - 1))


class _Seat:
    """
    Hold the place of one worker, and see that somebody sits there.
    """

    def __init__(self, limits: Limits, pictures_per_worker: int) -> None:
        self._limits = limits
        self._pictures_per_worker = pictures_per_worker
        self.worker: WorkerProcess | None = None
        self._refill()

    def ask(self, question: Question[T]) -> T:
        """
        Ask the worker, and replace it when it is not fit for another question.
        """
        fit = False
        try:
            answer = question.understand(*self._sent(question.message, question.seconds))
            fit = True
        except UnexpectedMessageError as error:
            raise refusal(Reason.DECODER_FAILED) from error
        except WorkerTimeoutError as error:
            raise refusal(Reason.TOOK_TOO_LONG) from error
        except WorkerDiedError as error:
            reason = Reason.TOOK_TOO_LONG if error.out_of_time else Reason.DECODER_FAILED
            raise refusal(reason) from error
        except BadImage as error:
            fit = error.reason != Reason.TOO_MUCH_MEMORY
            raise
        finally:
            if not fit or self._is_worn():
                self._refill()
        return answer

    def ready_worker(self) -> WorkerProcess:
        """
        Give a worker that waits for a picture.

        Raises:
            Unavailable: None can be started.
        """
        if self.worker is None or not self.worker.is_usable():
            self._refill()
        if self.worker is None:
            raise Unavailable("No picture worker can be started.")
        try:
            self.worker.wait_until_ready()
        except (WorkerDiedError, WorkerTimeoutError) as error:
            self.worker = None
            raise Unavailable("A picture worker does not start.") from error
        return self.worker

    def leave(self) -> None:
        """
        End the worker.
        """
        if self.worker is not None:
            self.worker.end()
            self.worker = None

    def let_go(self) -> None:
        """
        Forget the worker without ending it.
        """
        if self.worker is not None:
            self.worker.let_go()
            self.worker = None

    def _sent(self, message: Message, seconds: float) -> tuple[bytes, bytes]:
        try:
            return self.ready_worker().ask(message, seconds)
        except WorkerDiedError as error:
            if not error.before_asking:
                raise
        # It died waiting, so this question is not to blame: ask another, once.
        return self.ready_worker().ask(message, seconds)

    def _is_worn(self) -> bool:
        return self.worker is not None and self.worker.pictures_read >= self._pictures_per_worker

    def _refill(self) -> None:
        """
        Start a worker without waiting for it; the next picture will.
        """
        self.leave()
        with contextlib.suppress(OSError):
            self.worker = WorkerProcess(self._limits)


_POOLS: "weakref.WeakSet[PicturePool]" = weakref.WeakSet()


def _start_again_after_fork() -> None:
    for pool in _POOLS:
        pool.start_again_after_fork()


os.register_at_fork(after_in_child=_start_again_after_fork)
