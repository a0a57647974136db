"""
One worker, seen from the service: start it, ask it, time it, kill it.

Every wait has an end: the pipes do not block, and when the time is up the process is
killed.  Nothing here is shared between threads; the pool hands a worker to one at a
time.
"""

import contextlib
import fcntl
import json
import os
import select
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from signal import SIGXCPU
from typing import IO, Final

from service.fingerprint.picture import Limits
from service.fingerprint.wire import LENGTHS, MOST_ANSWER_BYTES, Message, UnexpectedMessageError

_ROOT: Final = Path(__file__).parents[2]
# -I: neither the environment nor the current folder says what is imported.  -S: the root
# comes after the standard library, and before all that is installed, which may be this
# program in another version: then the two would not understand each other.
_PROGRAM: Final = (
    "import site, sys; sys.path.append(sys.argv[1]); site.main();"
    " from service.fingerprint.worker import main; main()"
)
# No secret of the service is passed on.  The rest makes memory come back to the same
# picture-sized holes instead of the kernel: 12 megapixels decode in 22 ms, not in 46.
_ENVIRONMENT: Final = {
    "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(32 * 1024 * 1024),
    "MALLOC_TRIM_THRESHOLD_": str(128 * 1024 * 1024),
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
_START_SECONDS: Final = 60.0
_END_SECONDS: Final = 5.0
_PIPE_BYTES: Final = 1024 * 1024
_CHUNK_BYTES: Final = 1024 * 1024


class WorkerTimeoutError(Exception):
    """
    The worker did not answer in time, and has been killed.
    """


class WorkerDiedError(Exception):
    """
    The worker ended, or said what no worker says, and is gone.

    `before_asking` tells that it had not yet received the whole question.
    """

    def __init__(self, *, before_asking: bool, out_of_time: bool = False) -> None:
        super().__init__("the picture worker is gone")
        self.before_asking = before_asking
        self.out_of_time = out_of_time


class WorkerProcess:
    """
    Own one worker from its start to its end.
    """

    def __init__(self, limits: Limits, program: str = _PROGRAM) -> None:
        """
        Start the process; `wait_until_ready` waits for it.

        Args:
            program: What it runs; tests have workers that misbehave.
        """
        self.pictures_read = 0
        self._ready = False
        self._asked = False
        self._process = subprocess.Popen(  # noqa: S603 -- this interpreter, this program
            [sys.executable, "-I", "-S", "-c", program, str(_ROOT), json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
            cwd="/",
            bufsize=0,
            # Ctrl-C in a terminal reaches a whole group: the service decides what is
            # still finished, so its workers do not hear it.
            process_group=0,
        )
        self._questions = _unblocked(self._process.stdin)
        self._answers = _unblocked(self._process.stdout)

    @property
    def pid(self) -> int:
        """
        Number the process, for those who watch it.
        """
        return self._process.pid

    def is_usable(self) -> bool:
        """
        Tell whether the process is there, and free for a question.
        """
        return not self._asked and self._process.poll() is None

    def wait_until_ready(self) -> None:
        """
        Return once the worker has loaded its decoders and given up its powers.

        Raises:
            WorkerDiedError: It cannot start.

            WorkerTimeoutError: It does not start.
        """
        if not self._ready:
            self._receive(time.monotonic() + _START_SECONDS)
            self._ready = True

    def ask(self, question: Message, seconds: float) -> tuple[bytes, bytes]:
        """
        Send *question* and give the answer, both within *seconds*.

        Raises:
            WorkerDiedError: There is no answer and no worker any more.

            WorkerTimeoutError: The time was up; there is no worker any more.
        """
        deadline = time.monotonic() + seconds
        self._asked = True
        for part in question:
            self._send(part, deadline)
        answer = self._receive(deadline)
        self._asked = False
        self.pictures_read += 1
        return answer

    def end(self) -> None:
        """
        Kill the process, wherever it is, and forget it.
        """
        with contextlib.suppress(OSError):
            self._process.kill()
        self._questions.close()
        self._answers.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)

    def let_go(self) -> None:
        """
        Forget the process without ending it: it is another process's child.
        """
        self._questions.close()
        self._answers.close()
        # After a fork it is nobody's child here; asking notes that it needs no waiting.
        self._process.poll()

    def _send(self, part: bytes, deadline: float) -> None:
        left = memoryview(part)
        while left:
            self._wait_for(self._questions, select.POLLOUT, deadline)
            try:
                written = os.write(self._questions.fileno(), left[:_CHUNK_BYTES])
            except BlockingIOError:
                continue
            except OSError as error:
                raise self._died(before_asking=True) from error
            left = left[written:]

    def _receive(self, deadline: float) -> tuple[bytes, bytes]:
        head_bytes, body_bytes = LENGTHS.unpack(self._read(LENGTHS.size, deadline))
        if head_bytes + body_bytes > MOST_ANSWER_BYTES:
            raise self._died(before_asking=False) from UnexpectedMessageError()
        return self._read(head_bytes, deadline), self._read(body_bytes, deadline)

    def _read(self, length: int, deadline: float) -> bytes:
        received = bytearray()
        while len(received) < length:
            self._wait_for(self._answers, select.POLLIN, deadline)
            try:
                chunk = os.read(self._answers.fileno(), length - len(received))
            except BlockingIOError:
                continue
            if not chunk:
                raise self._died(before_asking=False)
            received += chunk
        return bytes(received)

    def _wait_for(self, pipe: IO[bytes], event: int, deadline: float) -> None:
        # poll, not select: a busy server has file descriptors above select's 1,024.
        watch = select.poll()
        watch.register(pipe, event)
        left = deadline - time.monotonic()
        if left <= 0 or not watch.poll(left * 1000):
            self.end()
            raise WorkerTimeoutError

    def _died(self, *, before_asking: bool) -> WorkerDiedError:
        self.end()
        out_of_time = self._process.returncode == -SIGXCPU
        return WorkerDiedError(before_asking=before_asking, out_of_time=out_of_time)


def _unblocked(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        message = "a worker is started with pipes"
        raise RuntimeError(message)
    os.set_blocking(pipe.fileno(), False)
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        # A wish: the system may have a lower limit.
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return pipe
