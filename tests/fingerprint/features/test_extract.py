"""
Points are found everywhere in a picture, and again in every copy of it.
"""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps

from service.fingerprint.features.align import align_view
from service.fingerprint.features.extract import SOUGHT_POINTS, describe, describe_views
from service.fingerprint.features.values import FRAME_SIDE_PX, REGISTERED_POINTS, Features
from tests.fingerprint.drawing import draw_sky
from tests.fingerprint.features.showing import compressed, pixels, registered, scaled, scene


def test_the_same_picture_always_has_the_same_features() -> None:
    levels = pixels(scene(1))
    assert describe(levels).to_bytes() == describe(levels.copy()).to_bytes()


def test_the_features_are_the_same_however_many_cores_look_for_them() -> None:
    levels = pixels(scene(1))
    as_usual = cv2.getNumThreads()
    try:
        cv2.setNumThreads(1)
        alone = describe_views(levels).to_bytes()
        cv2.setNumThreads(4)
        together = describe_views(levels).to_bytes()
    finally:
        cv2.setNumThreads(as_usual)

    assert alone == together


def test_no_more_points_are_given_than_asked_for() -> None:
    levels = pixels(scene(1))
    assert len(describe(levels)) <= REGISTERED_POINTS
    assert len(describe_views(levels).straight) <= SOUGHT_POINTS
    assert 20 == len(describe(levels, 20))


def test_the_points_that_are_registered_are_the_first_of_those_sought() -> None:
    levels = pixels(scene(2))
    few, many = describe(levels), describe_views(levels).straight
    assert np.array_equal(few.points, many.points[: len(few)])
    assert np.array_equal(few.descriptors, many.descriptors[: len(few)])


def test_points_lie_in_a_frame_that_is_always_as_large() -> None:
    for share in (0.3, 1, 3):
        found = describe(pixels(scaled(scene(1), share)))
        assert FRAME_SIDE_PX == max(found.width_px, found.height_px)
        assert np.all(found.points <= (found.width_px - 1, found.height_px - 1))


def test_a_busy_corner_does_not_have_all_the_points() -> None:
    busy = scene(1).copy()
    noise = np.random.default_rng(1).integers(0, 256, (150, 200, 3), dtype=np.uint8)
    busy.paste(Image.fromarray(noise), (0, 0))
    found = describe(pixels(busy), 100)
    in_corner = (found.points[:, 0] < 200) & (found.points[:, 1] < 150)
    assert in_corner.mean() < 0.5


def test_little_stands_out_in_a_sky() -> None:
    assert len(describe(pixels(draw_sky()))) < len(describe(pixels(scene(1))))
    assert 0 == len(describe(pixels(Image.new("RGB", (300, 200), "white"))))


@pytest.mark.parametrize("size", [(1, 1), (1, 2000), (3000, 2), (7, 5)])
def test_slivers_and_dots_are_described_too(size: tuple[int, int]) -> None:
    noise = np.random.default_rng(2).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    kept = describe(noise).to_bytes()
    assert kept == Features.from_bytes(kept).to_bytes()


def test_the_mirrored_view_is_that_of_the_mirrored_picture() -> None:
    _assert_seen(describe_views(pixels(ImageOps.mirror(scene(1)))).mirrored)


def test_the_inverted_view_is_that_of_the_negative() -> None:
    _assert_seen(describe_views(pixels(ImageOps.invert(scene(1)))).inverted)


def test_a_recompressed_picture_has_its_points_where_they_were() -> None:
    _assert_seen(describe_views(pixels(compressed(scaled(scene(1), 0.7), 60))).straight)


def _assert_seen(view: Features) -> None:
    """
    See that a view lies exactly where the registered picture is, with many points.
    """
    found = align_view(view, registered(1).features)
    assert found is not None
    assert found.inliers > 60
    corner = found.matrix @ np.array([511.0, 383.0, 1.0])
    assert (511, 383) == pytest.approx(tuple(corner[:2] / corner[2]), abs=3)
