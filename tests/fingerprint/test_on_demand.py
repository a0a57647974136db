"""
Whoever never sees a picture starts no worker for one.
"""

import pytest

from service.errors import Unavailable
from service.fingerprint.on_demand import PicturesOnDemand
from service.fingerprint.picture import Limits
from tests.fingerprint.drawing import draw_scene, encode, read

PHOTO = encode(draw_scene(60, (160, 120)), "JPEG")


def test_the_first_picture_is_read_and_so_is_the_next() -> None:
    pictures = PicturesOnDemand(1, Limits())
    try:
        answers = [pictures.read(PHOTO, with_preview=True) for _ in range(2)]
    finally:
        pictures.close()

    assert [read(PHOTO)] * 2 == answers


def test_nothing_is_read_after_closing_even_if_nothing_was_read_before() -> None:
    pictures = PicturesOnDemand(1, Limits())
    pictures.close()

    with pytest.raises(Unavailable):
        pictures.read(PHOTO)
