"""
The pool reads what the decoder reads, from any number of threads, and leaves nothing.
"""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.errors import BadImage, Busy, Unavailable
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool
from tests.fingerprint.drawing import draw_scene, encode, glance, read
from tests.fingerprint.small_files import SMALL_FILES
from tests.fingerprint.watching import (
    environment,
    is_gone,
    open_files,
    resident_megabytes,
    wait_until,
)

SCENE = draw_scene(20)
PHOTO = encode(SCENE, "JPEG")
SECOND = encode(draw_scene(21, (160, 120)), "JPEG")


@pytest.mark.parametrize("kind", SMALL_FILES)
def test_a_worker_reads_what_the_decoder_reads(kind: str, shared_pool: PicturePool) -> None:
    assert read(SMALL_FILES[kind]) == shared_pool.read(SMALL_FILES[kind], with_preview=True)


def test_a_worker_knows_everything_it_needs_before_it_can_load_no_more(
    shared_pool: PicturePool,
) -> None:
    several = encode(SCENE, "MPO", save_all=True, append_images=[draw_scene(2, (160, 120))])
    described = encode(SCENE, "PNG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", icc_profile=b"no")

    assert read(several) == shared_pool.read(several, with_preview=True)
    assert read(described) == shared_pool.read(described, with_preview=True)


def test_a_worker_refuses_what_the_decoder_refuses(shared_pool: PicturePool) -> None:
    with pytest.raises(BadImage) as here:
        read(PHOTO[:-100])
    with pytest.raises(BadImage) as there:
        shared_pool.read(PHOTO[:-100])

    assert (here.value.reason, str(here.value)) == (there.value.reason, str(there.value))


def test_a_name_reaches_the_worker(shared_pool: PicturePool) -> None:
    with pytest.raises(BadImage) as caught:
        shared_pool.read(PHOTO, filename="naïve \U0001f600 photo.png")

    assert "wrong_extension" == caught.value.reason


def test_no_preview_is_made_for_those_who_want_none(shared_pool: PicturePool) -> None:
    assert shared_pool.read(PHOTO).preview_jpeg is None


@pytest.mark.parametrize(("size", "reason"), [(0, "empty"), (41 * 1024 * 1024, "too_many_bytes")])
def test_what_is_no_picture_by_its_size_alone_costs_no_worker(
    size: int, reason: str, shared_pool: PicturePool
) -> None:
    with pytest.raises(BadImage) as caught:
        shared_pool.read(bytes(size))

    assert reason == caught.value.reason


def test_eight_threads_each_get_their_own_answer(shared_pool: PicturePool) -> None:
    files = [encode(draw_scene(seed, (200 + seed, 150)), "JPEG") for seed in range(24)]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(shared_pool.read, files))

    assert [glance(file) for file in files] == answers


def test_a_worker_inherits_no_secret_and_no_open_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OBSTAT_SIGNING_KEY", "open sesame")
    with PicturePool(1, Limits()) as pool:
        (worker,) = pool.worker_pids
        pool.read(PHOTO)

        assert b"sesame" not in environment(worker)
        assert {"0", "1", "2"} == open_files(worker)


def test_memory_stays_bounded_from_picture_to_picture() -> None:
    large = encode(draw_scene(22, (500, 400)).resize((4000, 3000)), "JPEG", quality=60)
    with PicturePool(1, Limits()) as pool:
        (worker,) = pool.worker_pids
        for _ in range(4):
            pool.read(large)
        early = resident_megabytes(worker)
        for _ in range(16):
            pool.read(large)
            pool.read(SECOND)

        assert (worker,) == pool.worker_pids
        assert 24 >= resident_megabytes(worker) - early
        assert 300 >= early


def test_a_worker_is_replaced_after_its_share_of_pictures() -> None:
    with PicturePool(1, Limits(), pictures_per_worker=2) as pool:
        workers: set[int] = set()
        for _ in range(4):
            workers.update(pool.worker_pids)
            pool.read(SECOND)

    assert 2 == len(workers)


def test_whoever_waits_too_long_for_a_worker_is_told_so() -> None:
    with PicturePool(1, Limits(), max_wait_seconds=0.05) as pool, ThreadPoolExecutor(1) as thread:
        (worker,) = pool.worker_pids
        os.kill(worker, signal.SIGSTOP)
        first = thread.submit(pool.read, PHOTO)
        wait_until(lambda: pool.free_workers == 0)

        with pytest.raises(Busy):
            pool.read(SECOND)
        os.kill(worker, signal.SIGCONT)

        assert glance(PHOTO) == first.result()


def test_a_closed_pool_reads_nothing_and_leaves_no_process() -> None:
    pool = PicturePool(2, Limits())
    workers = pool.worker_pids
    pool.close()
    pool.close()

    with pytest.raises(Unavailable):
        pool.read(PHOTO)
    assert [True, True] == [is_gone(worker) for worker in workers]


def test_a_pool_that_is_closed_while_it_reads_gives_the_answer_first() -> None:
    with PicturePool(1, Limits()) as pool, ThreadPoolExecutor(1) as thread:
        (worker,) = pool.worker_pids
        os.kill(worker, signal.SIGSTOP)
        reading = thread.submit(pool.read, PHOTO)
        wait_until(lambda: pool.free_workers == 0)
        pool.close()
        os.kill(worker, signal.SIGCONT)

        assert glance(PHOTO) == reading.result()
        assert is_gone(worker)
