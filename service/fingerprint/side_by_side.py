"""
Compare a picture with registered ones, in the worker.
"""

from concurrent.futures import Future, ThreadPoolExecutor
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
        opened = [_opened(each, aside) for each in asked.registered]
        pixels = read_preview(asked.preview_jpeg)
        sought = Sought(pixels, _views(asked.views, pixels))
        return tuple(map(partial(_compared, sought), asked.registered, opened))


def _opened(kept: Kept, aside: ThreadPoolExecutor) -> Future[Pixels] | None:
    """
    Begin to open the preview of a picture that is compared in any case.
    """
    return aside.submit(read_preview, kept.preview_jpeg) if kept.near else None


def _compared(sought: Sought, kept: Kept, opened: Future[Pixels] | None) -> Comparison:
    """
    Compare with one registered picture, if there is any hope.

    Of a dozen that share a few points with a photo never seen, none can be laid over it.
    Their previews stay closed, which halves the time that such a photo takes.
    """
    found = Features.from_bytes(kept.features) if kept.features else None
    laid = None if kept.near or found is None else _laid(sought.views, found)
    if laid is None and not kept.near:
        return NOTHING
    pixels = read_preview(kept.preview_jpeg) if opened is None else opened.result()
    found = Features.nothing(*frame_size(pixels)) if found is None else found
    _see_that_it_fits(found, pixels)
    return compare(sought, Registered(pixels, found), near=kept.near, laid=laid)


def _laid(views: Views, stored: Features) -> Alignment | None:
    """
    Lay the one over the other by their points, if they overlap.
    """
    alignment = align(views, stored, ENOUGH_POINTS)
    return alignment if alignment is not None and alignment.inliers >= FEW_POINTS else None


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
