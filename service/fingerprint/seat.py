"""
The place of one worker in the pool, and who sits there.
"""

import contextlib
from typing import TypeVar

from service.errors import BadImage, Unavailable
from service.fingerprint.picture import Limits
from service.fingerprint.process import WorkerDiedError, WorkerProcess, WorkerTimeoutError
from service.fingerprint.refusals import Reason, refusal
from service.fingerprint.wire import Message, Question, UnexpectedMessageError

T = TypeVar("T")


class Seat:
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
