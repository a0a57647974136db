"""
Pictures to compare, as the service keeps and asks about them.
"""

from PIL import Image

from service.fingerprint.comparing import Registered
from service.fingerprint.picture import Picture
from tests.fingerprint.drawing import draw_scene, encode, read

SCENE = draw_scene(70)
"""What is registered."""


def saved_again(image: Image.Image, quality: int = 60) -> Picture:
    """
    Read what a messenger makes of *image*.
    """
    return read(encode(image, "JPEG", quality=quality))


def with_another_face(image: Image.Image) -> Image.Image:
    """
    Put something else where a face may be.
    """
    altered = image.copy()
    altered.paste(draw_scene(71, (60, 60)), (300, 200))
    return altered


def kept(picture: Picture, *, near: bool = False) -> Registered:
    """
    Give what is kept of a registered picture.
    """
    return Registered(preview_of(picture), picture.features, near=near)


def preview_of(picture: Picture) -> bytes:
    """
    Give the preview of a picture that was read with one.
    """
    assert picture.preview_jpeg is not None
    return picture.preview_jpeg
