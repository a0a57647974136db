"""
Compare a picture with registered ones, in the worker.
"""

from service.fingerprint.comparing import Asked
from service.fingerprint.decode import refusing_to_compare
from service.fingerprint.features.compare import Registered, Sought, compare
from service.fingerprint.features.comparison import Comparison
from service.fingerprint.features.frame import Pixels, frame_size
from service.fingerprint.features.values import Features, Views
from service.fingerprint.preview import read_preview


def lay_side_by_side(asked: Asked) -> tuple[Comparison, ...]:
    """
    Compare the picture *asked* about with each registered one, in order.

    Raises:
        BadImage: One of them is not as this service keeps pictures.
    """
    with refusing_to_compare():
        pixels = read_preview(asked.preview_jpeg)
        sought = Sought(pixels, _views(asked.views, pixels))
        return tuple(
            compare(sought, _registered(each.preview_jpeg, each.features), near=each.near)
            for each in asked.registered
        )


def _registered(preview_jpeg: bytes, features: bytes) -> Registered:
    pixels = read_preview(preview_jpeg)
    nothing = Features.nothing(*frame_size(pixels))
    found = Features.from_bytes(features) if features else nothing
    _see_that_it_fits(found, pixels)
    return Registered(pixels, found)


def _views(views: bytes, pixels: Pixels) -> Views:
    """
    Read what a picture is searched with: nothing, if nothing stands out in it.
    """
    nothing = Features.nothing(*frame_size(pixels))
    found = Views.from_bytes(views) if views else Views(nothing, nothing, nothing)
    _see_that_it_fits(found.straight, pixels)
    return found


def _see_that_it_fits(found: Features, pixels: Pixels) -> None:
    if (found.width_px, found.height_px) != frame_size(pixels):
        raise ValueError("features of another picture")
