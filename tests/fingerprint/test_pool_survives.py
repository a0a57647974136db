"""
Whatever a picture does to its worker, the next picture is read.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.errors import BadImage
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool
from tests.fingerprint.drawing import draw_scene, encode, read
from tests.fingerprint.png_parts import one_bit_png
from tests.fingerprint.watching import endless_jpeg, is_gone, ticks_used, wait_until

ROOT = Path(__file__).parents[2]
PHOTO = encode(draw_scene(30, (160, 120)), "JPEG")
PATIENT = Limits(max_scans=10**6, max_seconds=600)


@pytest.fixture(scope="module")
def pool() -> Iterator[PicturePool]:
    """
    Give a pool with one worker, which would decode for minutes.

    Whatever a test does to that worker, the next test finds another in its place.
    """
    with PicturePool(1, PATIENT) as fresh:
        yield fresh


def _reason(pool: PicturePool, data: bytes) -> str:
    with pytest.raises(BadImage) as caught:
        pool.read(data)
    return caught.value.reason


def _is_busy(worker: int, before: int) -> bool:
    return ticks_used(worker) > before + 10


def test_an_endless_decode_is_stopped() -> None:
    with PicturePool(1, Limits(max_scans=10**6, max_seconds=2)) as pool:
        (worker,) = pool.worker_pids

        assert "took_too_long" == _reason(pool, endless_jpeg())
        assert is_gone(worker)
        assert read(PHOTO) == pool.read(PHOTO, with_preview=True)


def test_a_picture_that_needs_too_much_memory_is_refused() -> None:
    with PicturePool(1, Limits(max_memory_bytes=48 * 1024 * 1024)) as pool:
        assert "too_much_memory" == _reason(pool, one_bit_png(10_000, 9_999))
        assert read(PHOTO) == pool.read(PHOTO, with_preview=True)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_a_worker_that_ends_while_it_decodes_costs_one_picture(
    end: signal.Signals, pool: PicturePool
) -> None:
    (worker,) = pool.worker_pids
    before = ticks_used(worker)
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(_reason, pool, endless_jpeg())
        wait_until(lambda: _is_busy(worker, before))
        os.kill(worker, end)

        assert "decoder_failed" == reading.result()
    assert read(PHOTO) == pool.read(PHOTO, with_preview=True)


def test_a_worker_that_died_waiting_costs_nothing(pool: PicturePool) -> None:
    (worker,) = pool.worker_pids
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: is_gone(worker))

    assert read(PHOTO) == pool.read(PHOTO, with_preview=True)


def test_a_worker_that_dies_while_the_picture_is_handed_over_costs_nothing(
    pool: PicturePool,
) -> None:
    more_than_a_pipe_holds = PHOTO + bytes(8 * 1024 * 1024)
    (worker,) = pool.worker_pids
    os.kill(worker, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(pool.read, more_than_a_pipe_holds, with_preview=True)
        wait_until(lambda: pool.free_workers == 0)
        os.kill(worker, signal.SIGKILL)

        assert read(more_than_a_pipe_holds) == reading.result()


def _run(program: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        check=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
    )
    return finished.stdout


def test_the_service_itself_loads_no_decoder() -> None:
    program = """
import sys
import service.fingerprint.index.neighbours, service.fingerprint.pool
import service.fingerprint.thresholds

print({"PIL", "cv2", "pillow_heif", "imagehash", "scipy"} & set(sys.modules))
"""

    assert "set()\n" == _run(program)


def test_a_forked_service_has_workers_of_its_own() -> None:
    program = """
import os, sys
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool
from tests.fingerprint.test_pool_survives import PHOTO

with PicturePool(1, Limits()) as pool:
    expected, workers = pool.read(PHOTO), pool.worker_pids
    child = os.fork()
    if child == 0:
        same = pool.read(PHOTO) == expected and pool.worker_pids != workers
        pool.close()
        os._exit(0 if same else 1)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(ended, pool.read(PHOTO) == expected, pool.worker_pids == workers)
"""

    assert "0 True True\n" == _run(program)


def test_workers_end_when_the_service_is_killed() -> None:
    program = """
import os, signal
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool

pool = PicturePool(2, Limits())
print(*pool.worker_pids, flush=True)
os._exit(0)
"""
    workers = [int(word) for word in _run(program).split()]

    assert 2 == len(workers)
    wait_until(lambda: all(map(is_gone, workers)))
