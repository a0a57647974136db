"""
Features and views are kept as bytes, and bytes that are none are refused.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.fingerprint.features.extract import describe, describe_views
from service.fingerprint.features.values import (
    MAX_FEATURES_BYTES,
    MAX_VIEWS_BYTES,
    Features,
    Views,
)
from tests.fingerprint.drawing import draw_scene

SCENE = np.asarray(draw_scene(3))
FEATURES = describe(SCENE)
VIEWS = describe_views(SCENE)


def test_kept_features_are_read_as_they_were() -> None:
    read = Features.from_bytes(FEATURES.to_bytes())
    assert (FEATURES.width_px, FEATURES.height_px) == (read.width_px, read.height_px)
    for name in ("points", "sizes", "angles", "descriptors"):
        assert np.array_equal(getattr(FEATURES, name), getattr(read, name)), name


def test_kept_views_are_read_as_they_were() -> None:
    kept = VIEWS.to_bytes()
    assert kept == Views.from_bytes(kept).to_bytes()
    assert len(kept) <= MAX_VIEWS_BYTES


def test_a_picture_in_which_nothing_stands_out_is_kept_too() -> None:
    nothing = Features.nothing(512, 300)
    kept = Views(nothing, nothing, nothing).to_bytes()
    assert 0 == len(Views.from_bytes(kept).mirrored)


def test_neither_features_nor_views_are_shown() -> None:
    assert "Features(width_px=512, height_px=384)" == repr(FEATURES)
    assert "array" not in repr(VIEWS)


@given(kept=st.binary(max_size=400))
def test_whatever_bytes_come_are_read_or_refused(kept: bytes) -> None:
    for read in (Features.from_bytes, Views.from_bytes):
        with pytest.raises(ValueError, match=r"features|views"):
            read(kept)


@given(at=st.integers(0, len(FEATURES.to_bytes()) - 1), value=st.integers(0, 255))
def test_a_changed_byte_is_refused_or_gives_features_within_their_frame(
    at: int, value: int
) -> None:
    kept = bytearray(FEATURES.to_bytes())
    kept[at] = value
    try:
        read = Features.from_bytes(bytes(kept))
    except ValueError:
        return
    assert np.all(read.points < (read.width_px, read.height_px))
    assert np.all(read.sizes > 0)
    assert bytes(kept) == read.to_bytes()


@given(cut=st.integers(0, len(VIEWS.to_bytes()) - 1))
def test_views_cut_short_are_refused(cut: int) -> None:
    with pytest.raises(ValueError, match=r"features|views"):
        Views.from_bytes(VIEWS.to_bytes()[:cut])


def test_views_with_something_behind_are_refused() -> None:
    with pytest.raises(ValueError, match="views"):
        Views.from_bytes(VIEWS.to_bytes() + b"\x00")


def test_views_in_different_frames_are_refused() -> None:
    wide, high = Features.nothing(512, 300), Features.nothing(300, 512)
    with pytest.raises(ValueError, match="frames"):
        Views.from_bytes(Views(wide, wide, high).to_bytes())


def test_more_than_can_be_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValueError, match="too long"):
        Views.from_bytes(bytes(MAX_VIEWS_BYTES + 1))
    with pytest.raises(ValueError, match="not features"):
        Features.from_bytes(bytes(MAX_FEATURES_BYTES + 1))
