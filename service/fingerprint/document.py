"""
Take out of a PDF every page with its words, and each photo on it.

A photo on a page is cut out of the drawn page, so whatever lies over it is seen, and
what is not on the page is not.  No script runs, no form is filled, and the PDF reaches
no other file: the library is built without any of it.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from math import isfinite
from typing import Final

import pypdfium2
import pypdfium2.raw
from PIL import Image

from service.fingerprint.decode import Decoded
from service.fingerprint.lettering import Letters
from service.fingerprint.picture import Limits
from service.fingerprint.refusals import Reason, refusal
from service.fingerprint.stills import Still

_LONG_SIDE_PX: Final = 1600
"""Of a page as it is drawn: a photo as wide as a column still has some 500 pixels."""
_MOST_PIXELS_PER_POINT: Final = 4.0
_SMALLEST_PHOTO_PX: Final = 96
_NEARLY_ALL: Final = 0.9
"""A photo that fills so much of its page is the page."""
_MOST_PARTS: Final = 10_000
"""Of pictures on a page, most of them too small to be looked at."""
_DEEPEST: Final = 4
"""How deep a part of a page may lie within other parts and still be looked into."""
_END_MARK: Final = b"%%EOF"
_LOCK_MARK: Final = b"/Encrypt"
_LOCKED: Final = {pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY}
_TAIL_BYTES: Final = 4096

Box = tuple[int, int, int, int]
ToPixels = Callable[[float, float], tuple[int, int]]


def stills_of_document(data: bytes, limits: Limits) -> Iterator[Still]:
    """
    Draw each page of a document and read it; give it and the photos on it.

    Raises:
        BadImage: It is locked, ends early, or has too many pages, photos or letters.
    """
    if _END_MARK not in data[-_TAIL_BYTES:]:
        raise refusal(Reason.TRUNCATED)
    with closing(_opened(data)) as document:
        if len(document) > limits.max_stills:
            raise refusal(Reason.TOO_MANY_PAGES, limit=limits.max_stills)
        if not len(document):
            raise refusal(Reason.NO_PICTURES)
        spare = limits.max_stills - len(document)
        letters = Letters(limits.max_letters)
        of_all = letters.of(document)
        for index in range(len(document)):
            with closing(document[index]) as page:
                drawn, found = _drawn(page)
                is_picture = any(_fills_the_page(each, drawn.size) for each in found)
                words = letters.on(page, index, is_picture=is_picture)
            boxes = [each for each in found if _is_worth_cutting(each, drawn.size)]
            spare -= len(boxes)
            if spare < 0:
                raise refusal(Reason.TOO_MANY_PHOTOS, limit=limits.max_stills)
            yield _still(drawn, index, words if index else "\n".join(filter(None, (words, of_all))))
            for box in boxes:
                yield _still(drawn.crop(box), index)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # Of a document without pages it repeats what was wrong with the one before.
        locked = error.err_code in _LOCKED and _LOCK_MARK in data
        raise refusal(Reason.LOCKED if locked else Reason.DAMAGED) from error


def _still(image: Image.Image, index: int, words: str = "") -> Still:
    decoded = Decoded(image, 1, frames=1, profile=None, broken_exif=False)
    return Still(decoded, page=index + 1, words=words)


def _drawn(page: pypdfium2.PdfPage) -> tuple[Image.Image, list[Box]]:
    """
    Draw *page* on white, and say where on it photos are.
    """
    width, height = page.get_size()
    if not (isfinite(width) and isfinite(height) and min(width, height) > 0):
        raise refusal(Reason.DAMAGED)
    scale = min(_LONG_SIDE_PX / max(width, height), _MOST_PIXELS_PER_POINT)
    with closing(page.render(scale=scale, may_draw_forms=False)) as bitmap:
        image = bitmap.to_pil().convert("RGB")
        to_pixels = bitmap.get_posconv(page).to_bitmap
        boxes = [_box_of(photo, to_pixels, image.size) for photo in _photos_on(page)]
    return image, list(dict.fromkeys(boxes))


def _photos_on(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfObject]:
    """
    Give the pictures on *page*, also those that belong to a part of it.
    """
    only = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    for number, photo in enumerate(page.get_objects(filter=only, max_depth=_DEEPEST)):
        if number == _MOST_PARTS:
            raise refusal(Reason.TOO_MANY_PHOTOS, limit=_MOST_PARTS)
        yield photo


def _box_of(photo: pypdfium2.PdfObject, to_pixels: ToPixels, size: tuple[int, int]) -> Box:
    """
    Give where on the drawn page a picture is; the rest of it lies outside.
    """
    left, bottom, right, top = photo.get_bounds()
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    part = photo.container
    while part is not None:
        matrix = part.get_matrix()
        corners = [matrix.on_point(x, y) for x, y in corners]
        part = part.container
    columns, rows = zip(*(to_pixels(x, y) for x, y in corners), strict=True)
    width, height = size
    return (
        max(min(columns), 0),
        max(min(rows), 0),
        min(max(columns), width),
        min(max(rows), height),
    )


def _is_worth_cutting(box: Box, size: tuple[int, int]) -> bool:
    left, top, right, bottom = box
    is_large_enough = min(right - left, bottom - top) >= _SMALLEST_PHOTO_PX
    return is_large_enough and not _fills_the_page(box, size)


def _fills_the_page(box: Box, size: tuple[int, int]) -> bool:
    left, top, right, bottom = box
    width, height = max(right - left, 0), max(bottom - top, 0)
    return width * height >= _NEARLY_ALL * size[0] * size[1]
