"""
A worker that does not behave like one is ended, whatever it does instead.
"""

import os

import pytest

from service.fingerprint.picture import Limits
from service.fingerprint.process import WorkerDiedError, WorkerProcess, WorkerTimeoutError
from service.fingerprint.wire import pack
from tests.fingerprint.watching import is_gone

QUESTION = pack({"with_preview": True}, b"not read")
WHAT_A_WORKER_DOES = {
    "ends at once": "pass",
    "ends with an error": "raise SystemExit(1)",
    "crashes": "import os; os.abort()",
    "promises a gigabyte": "import os, signal; os.write(1, b'\\x40' + bytes(7)); signal.pause()",
    "ends in the middle of a word": "import os; os.write(1, b'\\0\\0\\0\\x09\\0\\0\\0\\0{')",
}


@pytest.mark.parametrize("deed", WHAT_A_WORKER_DOES)
def test_a_worker_that_does_not_start_is_ended(deed: str) -> None:
    worker = WorkerProcess(Limits(), WHAT_A_WORKER_DOES[deed])

    with pytest.raises(WorkerDiedError):
        worker.wait_until_ready()

    assert is_gone(worker.pid)
    assert not worker.is_usable()


def test_a_worker_that_reads_nothing_is_ended_when_its_time_is_up() -> None:
    worker = WorkerProcess(Limits(), "import signal; signal.pause()")

    with pytest.raises(WorkerTimeoutError):
        worker.ask(pack({}, bytes(4 * 1024 * 1024)), seconds=0.2)

    assert is_gone(worker.pid)


def test_a_worker_that_answers_nothing_is_ended_when_its_time_is_up() -> None:
    worker = WorkerProcess(Limits(), "import signal, sys; sys.stdin.buffer.read(9); signal.pause()")

    with pytest.raises(WorkerTimeoutError):
        worker.ask(QUESTION, seconds=0.2)

    assert is_gone(worker.pid)


def test_a_worker_that_closes_its_ears_is_known_not_to_have_heard() -> None:
    worker = WorkerProcess(
        Limits(), "import os, signal; os.close(0); os.write(1, bytes(8)); signal.pause()"
    )
    worker.wait_until_ready()

    with pytest.raises(WorkerDiedError) as caught:
        worker.ask(QUESTION, seconds=30)

    assert caught.value.before_asking
    assert is_gone(worker.pid)


def test_a_worker_is_out_of_reach_of_a_ctrl_c_meant_for_the_service() -> None:
    worker = WorkerProcess(Limits(), "import os, signal; os.write(1, bytes(8)); signal.pause()")
    worker.wait_until_ready()

    group = os.getpgid(worker.pid)
    worker.end()

    assert os.getpgrp() != group
