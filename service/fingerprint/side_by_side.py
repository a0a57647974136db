"""
Compare a picture with registered ones, in the worker.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial

from service.fingerprint.comparing import Asked
from service.fingerprint.comparing import Registered as Kept
from service.fingerprint.decode import refusing_to_compare
from service.fingerprint.features.align import Alignment, align
from service.fingerprint.features.compare import Registered, Sought, compare
from service.fingerprint.features.comparison import NOTHING, Comparison
from service.fingerprint.features.frame import Pixels, frame_size
from service.fingerprint.features.thresholds import ENOUGH_POINTS, FEW_POINTS
from service.fingerprint.features.values import Features, Views
from service.fingerprint.preview import read_preview


def lay_side_by_side(asked: Asked) -> tuple[Comparison, ...]:
    """
    Compare the picture *asked* about with each registered one, in order.

    Raises:
        BadImage: One of them is not as this service keeps pictures.
    """
    with refusing_to_compare(), ThreadPoolExecutor(max_workers=1) as aside:
        opened = _opened(asked.registered, aside)
        pixels = read_preview(asked.preview_jpeg)
        sought = Sought(pixels, _views(asked.views, pixels))
        laid = _laid(sought, asked.registered, aside)
        return tuple(
            compare(sought, next(opened), near=True)
            if each.near
            else _compared(sought, each, next(laid))
            for each in asked.registered
        )


def _opened(registered: Sequence[Kept], aside: Executor) -> Iterator[Registered]:
    """
    Begin to read what is kept of pictures that are compared in any case.
    """
    return aside.map(_registered, [each for each in registered if each.near])


def _laid(
    sought: Sought, registered: Sequence[Kept], aside: Executor
) -> Iterator[Alignment | None]:
    """
    Lay all others over the picture by their points: none where they do not overlap.

    On another core while the near ones are compared; without any, that gains nothing.
    """
    others = [each.features for each in registered if not each.near]
    lay = partial(_overlap, sought.views)
    return map(lay, others) if len(others) == len(registered) else aside.map(lay, others)


def _overlap(views: Views, features: bytes) -> Alignment | None:
    if not features:
        return None
    alignment = align(views, Features.from_bytes(features), ENOUGH_POINTS)
    return alignment if alignment is not None and alignment.inliers >= FEW_POINTS else None


def _compared(sought: Sought, kept: Kept, laid: Alignment | None) -> Comparison:
    """
    Compare with a registered picture, if it can be laid over.

    Of a dozen that share a few points with a photo never seen, none can.  Their previews
    stay closed, which halves the time that such a photo takes.
    """
    if laid is None:
        return NOTHING
    return compare(sought, _registered(kept), laid=laid)


def _registered(kept: Kept) -> Registered:
    """
    Read what is kept of a registered picture.
    """
    pixels = read_preview(kept.preview_jpeg)
    nothing = Features.nothing(*frame_size(pixels))
    found = Features.from_bytes(kept.features) if kept.features else nothing
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
