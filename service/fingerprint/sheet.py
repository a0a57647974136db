"""
Lay the pages of a scan straight, and read code and boxes.

This runs in the worker.  A page is found by the marks in its corners, each another, so
it does not matter how it was held.  Where one of them is missing nothing is read: a
page that is only nearly straight would put a tick into the wrong box.
"""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image

from service.fingerprint.darkroom import upright_of
from service.fingerprint.decode import Decoded, decode, refusing_whatever_is_raised
from service.fingerprint.paper import CORNERS, MOST_PAGES, PaperOrder, PaperPage
from service.fingerprint.picture import Format, Limits
from service.fingerprint.refusals import Reason, refusal
from service.fingerprint.sets import stills_of
from service.fingerprint.sniff import recognise
from service.fingerprint.ticks import PX_PER_TENTH, marks_on

_LONGEST_PX: Final = 3200
_MOST_OFF_PX: Final = 6.0
"""How far a corner of a mark may be from where four straight edges put it."""
_QUALITY: Final = 70
_KEPT: Final = 0.6
"""Of the straight page, in each direction: what a human compares needs no more."""
_QR_CODES: Final = zxingcpp.barcode_formats_from_str("QRCode")

Grey = NDArray[np.uint8]
Points = NDArray[np.float32]


def read_sheets(
    data: bytes, order: PaperOrder, *, filename: str | None = None, limits: Limits | None = None
) -> tuple[PaperPage, ...]:
    """
    Read every page in *data*.

    Raises:
        BadImage: There is no picture, not all of one, or too much.
    """
    bounds = Limits() if limits is None else limits
    kind = recognise(data, filename)
    if kind.is_clip:
        raise refusal(Reason.NOT_ONE_PICTURE)
    with refusing_whatever_is_raised(bounds):
        return tuple(_read(_grey(each), order) for each in _pages(data, kind, bounds))


def warm_up_reading() -> None:
    """
    Use once what loads more code when it is first used.
    """
    blank = np.full((64, 64), 255, np.uint8)
    _corners_in(blank)
    _code_on(blank)
    order = PaperOrder(100, 100, ((0, 0),) * CORNERS, 10, ((20, 20),), 50)
    marks_on(np.full((80, 80), 255, np.uint8), order.boxes, order.box_size, 0.0)


def _pages(data: bytes, kind: Format, limits: Limits) -> Iterator[Decoded]:
    """
    Give each page; the pictures that lie on the pages of a document are left out.
    """
    if not kind.is_set:
        yield decode(data, kind, limits)
        return
    seen = set[int | None]()
    for still in stills_of(data, kind, limits):
        if still.page not in seen and len(seen) < MOST_PAGES:
            seen.add(still.page)
            yield still.decoded


def _grey(decoded: Decoded) -> Grey:
    """
    Give a page as seen, in grey on white, not larger than is of use.
    """
    image = upright_of(decoded)
    if image.mode == "RGBA":
        white = Image.new("RGBA", image.size, (255, 255, 255, 255))
        image = Image.alpha_composite(white, image)
    grey = image.convert("L")
    if max(grey.size) > _LONGEST_PX:
        grey.thumbnail((_LONGEST_PX, _LONGEST_PX))
    return np.asarray(grey)


def _read(grey: Grey, order: PaperOrder) -> PaperPage:
    """
    Read one page.
    """
    corners = _corners_in(grey)
    straight = _straightened(grey, corners, order) if corners else None
    if straight is None:
        return PaperPage(_code_on(grey), is_aligned=False)
    code = _code_on(straight) or _code_on(grey)
    marks = marks_on(straight, order.boxes, order.box_size, _black_of(straight, order))
    kept = cv2.resize(straight, None, fx=_KEPT, fy=_KEPT, interpolation=cv2.INTER_AREA)
    _, written = cv2.imencode(".jpg", kept, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return PaperPage(code, True, tuple(marks), written.tobytes())  # noqa: FBT003  # it is aligned


def _corners_in(grey: Grey) -> dict[int, Points]:
    """
    Find the marks by their number; one that is there twice is not found.
    """
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    told = cv2.aruco.DetectorParameters()
    told.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    outlines, numbers, _ = cv2.aruco.ArucoDetector(dictionary, told).detectMarkers(grey)
    if not outlines:
        return {}
    found = [int(each) for each in numbers.ravel()]
    return {
        number: outline.reshape(-1, 2).astype(np.float32)
        for number, outline in zip(found, outlines, strict=True)
        if found.count(number) == 1 and number < CORNERS
    }


def _straightened(grey: Grey, corners: dict[int, Points], order: PaperOrder) -> Grey | None:
    """
    Lay a page straight by the outlines of its marks; None: not all fit.
    """
    if len(corners) != CORNERS:
        return None
    printed = np.concatenate([_outline(each, order.corner_size) for each in order.corners])
    seen = np.concatenate([corners[number] for number in range(CORNERS)])
    matrix, _ = cv2.findHomography(seen, printed)
    laid = cv2.perspectiveTransform(seen.reshape(-1, 1, 2), matrix).reshape(-1, 2)
    if float(np.abs(laid - printed).max()) > _MOST_OFF_PX:
        return None
    size = (round(order.width * PX_PER_TENTH), round(order.height * PX_PER_TENTH))
    return np.asarray(
        cv2.warpPerspective(
            grey, matrix, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE
        ),
        np.uint8,
    )


def _outline(corner: tuple[int, int], size: int) -> Points:
    """
    Give the four corners of a mark on the straight page.
    """
    x, y = corner
    square = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
    return np.asarray(square, np.float32) * np.float32(PX_PER_TENTH)


def _black_of(straight: Grey, order: PaperOrder) -> float:
    """
    Tell how dark the darkest print is: the edges of the marks.
    """
    edge = order.corner_size // 6
    darkest = []
    for x, y in order.corners:
        rows = slice(round(y * PX_PER_TENTH) + 2, round((y + edge) * PX_PER_TENTH) - 2)
        columns = slice(
            round((x + edge) * PX_PER_TENTH), round((x + order.corner_size - edge) * PX_PER_TENTH)
        )
        darkest.append(float(np.median(straight[rows, columns])))
    return float(np.median(darkest))


def _code_on(grey: Grey) -> str:
    """
    Read the QR code, whichever way up.
    """
    found = zxingcpp.read_barcodes(grey, formats=_QR_CODES)
    texts = {each.text for each in found if each.valid and each.text.isprintable()}
    return texts.pop()[:500] if len(texts) == 1 else ""
