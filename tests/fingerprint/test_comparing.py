"""
The pool tells what a picture is to registered ones, and survives whatever it is handed.
"""

import os
import signal
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from PIL import Image

from service.errors import BadImage, Unavailable
from service.fingerprint.comparing import MOST_COMPARED, Registered
from service.fingerprint.features.comparison import NOTHING, Comparison
from service.fingerprint.features.values import REGISTERED_POINTS, Views
from service.fingerprint.index.sketch import sketch_of
from service.fingerprint.on_demand import PicturesOnDemand
from service.fingerprint.picture import Limits, Picture
from service.fingerprint.pool import PicturePool
from tests.fingerprint.comparable import SCENE, kept, preview_of, saved_again, with_another_face
from tests.fingerprint.drawing import draw_scene, draw_sky, encode, read
from tests.fingerprint.watching import is_gone, ticks_used, wait_until

REGISTERED = read(encode(SCENE, "PNG"))
COPY = saved_again(SCENE)
ALTERED = saved_again(with_another_face(SCENE))
PART = saved_again(SCENE.crop((0, 0, 480, 360)))
OTHER = saved_again(draw_scene(72))
UPRIGHT = saved_again(draw_scene(70, (480, 640)))
SMALL = SCENE.resize((512, 384))
MUCH_WORK = [kept(PART)] * MOST_COMPARED


def _compared(
    pool: PicturePool, picture: Picture, registered: Sequence[Registered]
) -> Sequence[Comparison]:
    return pool.compare(preview_of(picture), picture.views, registered)


def _refused(pool: PicturePool, picture: Picture, registered: Registered) -> str:
    with pytest.raises(BadImage) as caught:
        _compared(pool, picture, [registered])
    return caught.value.reason


@pytest.mark.parametrize(
    ("picture", "match"),
    [
        (COPY, "verified_copy"),
        (ALTERED, "altered_copy"),
        (PART, "altered_copy"),
        (OTHER, "none"),
    ],
    ids=["saved again", "with another face", "a part", "another scene"],
)
def test_a_picture_is_told_from_what_it_is_not(
    picture: Picture, match: str, shared_pool: PicturePool
) -> None:
    (found,) = _compared(shared_pool, picture, [kept(REGISTERED)])

    assert match == found.match


def test_a_part_is_known_to_be_one(shared_pool: PicturePool) -> None:
    (found,) = _compared(shared_pool, PART, [kept(REGISTERED)])

    assert found.cut
    assert max(across for across, _down in found.seen) < 800


def test_what_was_changed_is_pointed_at(shared_pool: PicturePool) -> None:
    (found,) = _compared(shared_pool, ALTERED, [kept(REGISTERED)])
    left, top, right, bottom = found.differing[0]

    assert left < 330 / 640 * 1000 < right
    assert top < 230 / 480 * 1000 < bottom


def test_several_are_answered_in_their_order(shared_pool: PicturePool) -> None:
    several = [kept(OTHER), kept(REGISTERED), kept(ALTERED), kept(OTHER, near=True)]

    assert ["none", "verified_copy", "altered_copy", "similar"] == [
        each.match.value for each in _compared(shared_pool, COPY, several)
    ]


def test_what_has_no_points_is_compared_as_a_whole(shared_pool: PicturePool) -> None:
    bare = replace(COPY, views=b"")
    stored = Registered(preview_of(REGISTERED), b"", near=True)

    assert ["verified_copy", "none"] == [
        each.match.value for each in _compared(shared_pool, bare, [stored, kept(OTHER)])
    ]


def test_what_is_neither_near_nor_shares_points_is_not_even_opened(
    shared_pool: PicturePool,
) -> None:
    closed = [Registered(b"not read", OTHER.features), Registered(b"not read", b"")]

    assert [NOTHING, NOTHING] == list(_compared(shared_pool, COPY, closed))


def test_with_nothing_to_compare_no_worker_is_started() -> None:
    pictures = PicturesOnDemand(1, Limits())
    pictures.close()

    assert () == tuple(pictures.compare(b"", b"", []))


def test_the_pool_on_demand_compares_until_it_is_closed() -> None:
    pictures = PicturesOnDemand(1, Limits())
    (found,) = pictures.compare(preview_of(COPY), COPY.views, [kept(REGISTERED)])
    pictures.close()

    assert "verified_copy" == found.match
    with pytest.raises(Unavailable):
        pictures.compare(preview_of(COPY), COPY.views, [kept(REGISTERED)])


def test_more_than_one_question_holds_is_not_asked(shared_pool: PicturePool) -> None:
    with pytest.raises(ValueError, match="too many"):
        _compared(shared_pool, COPY, [kept(REGISTERED)] * (MOST_COMPARED + 1))


BROKEN = {
    "a preview that is none": (b"no picture", REGISTERED.features),
    "no preview": (b"", REGISTERED.features),
    "half a preview": (preview_of(REGISTERED)[:2000], REGISTERED.features),
    "a large picture": (encode(SCENE, "JPEG"), REGISTERED.features),
    "a grey preview": (encode(SMALL.convert("L"), "JPEG"), REGISTERED.features),
    "a preview in another format": (encode(SMALL, "PNG"), REGISTERED.features),
    "features that are none": (preview_of(REGISTERED), b"no features"),
    "half of the features": (preview_of(REGISTERED), REGISTERED.features[:500]),
    "features of another shape": (preview_of(REGISTERED), UPRIGHT.features),
    "views for features": (preview_of(REGISTERED), REGISTERED.views),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_kept_of_a_photo_and_broken_is_refused_by_a_worker_that_lives_on(
    what: str, shared_pool: PicturePool
) -> None:
    workers = shared_pool.worker_pids

    assert "not_comparable" == _refused(shared_pool, COPY, Registered(*BROKEN[what], near=True))
    assert workers == shared_pool.worker_pids


@pytest.mark.parametrize(
    "broken",
    [
        replace(COPY, views=COPY.views[:-1]),
        replace(COPY, views=COPY.features),
        replace(COPY, views=UPRIGHT.views),
        replace(COPY, preview_jpeg=b"\xff\xd8\xff"),
    ],
    ids=["too few views", "features for views", "views of another shape", "no preview"],
)
def test_what_is_asked_about_and_broken_is_refused_by_a_worker_that_lives_on(
    broken: Picture, shared_pool: PicturePool
) -> None:
    workers = shared_pool.worker_pids

    assert "not_comparable" == _refused(shared_pool, broken, kept(REGISTERED))
    assert workers == shared_pool.worker_pids


def test_a_worker_that_ends_while_it_compares_costs_one_question() -> None:
    with PicturePool(1, Limits()) as pool, ThreadPoolExecutor(1) as thread:
        (worker,) = pool.worker_pids
        before = ticks_used(worker)
        comparing = thread.submit(_compared, pool, COPY, MUCH_WORK)
        wait_until(lambda: ticks_used(worker) > before)
        os.kill(worker, signal.SIGKILL)

        with pytest.raises(BadImage) as caught:
            comparing.result()
        (found,) = _compared(pool, COPY, [kept(REGISTERED)])

    assert "decoder_failed" == caught.value.reason
    assert is_gone(worker)
    assert "verified_copy" == found.match


def test_comparing_without_end_is_stopped() -> None:
    with PicturePool(1, Limits(max_seconds=0.05)) as pool:
        (worker,) = pool.worker_pids
        with pytest.raises(BadImage) as caught:
            _compared(pool, COPY, MUCH_WORK)

    assert "took_too_long" == caught.value.reason
    assert is_gone(worker)


def test_what_is_kept_of_a_picture_are_the_first_points_it_is_searched_with() -> None:
    views = Views.from_bytes(REGISTERED.views).straight

    assert views.first(REGISTERED_POINTS).to_bytes() == REGISTERED.features
    assert sketch_of(views) == REGISTERED.sketch


@pytest.mark.parametrize("even", [draw_sky(), draw_scene(73, (1, 1))], ids=["a sky", "a dot"])
def test_where_nothing_stands_out_nothing_is_kept(
    even: Image.Image, shared_pool: PicturePool
) -> None:
    picture = shared_pool.read(encode(even, "PNG"), with_preview=True)

    assert (b"", b"", b"") == (picture.features, picture.sketch, picture.views)


def test_nothing_is_looked_for_without_a_preview(shared_pool: PicturePool) -> None:
    picture = shared_pool.read(encode(SCENE, "PNG"))

    assert (b"", b"", b"") == (picture.features, picture.sketch, picture.views)
