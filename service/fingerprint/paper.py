"""
Ask what is ticked on pages of answers, and read the answer.

Nothing here decodes.  The question says where the marks of the corners and the boxes
are printed; what a box means is none of a worker's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

from service.fingerprint.fields import flag, listed, named, number, several, text
from service.fingerprint.picture import Limits
from service.fingerprint.sniff import is_set
from service.fingerprint.wire import Fields, Kind, Message, Question, pack, parts_of

CORNERS: Final = 4
MOST_BOXES: Final = 400
MOST_PAGES: Final = 12
_MOST_TENTHS: Final = 10_000
_LONGEST_ENDING: Final = 64
_JPEG: Final = b"\xff\xd8\xff"

Spot = tuple[int, int]


class BoxMark(StrEnum):
    """
    Name what stands in a box.
    """

    EMPTY = "empty"
    TICKED = "ticked"
    DOUBTFUL = "doubtful"


class PaperOrderLike(Protocol):
    """
    Where to look, in tenths of a millimetre.
    """

    @property
    def width(self) -> int:
        """
        Give the width of the page.
        """
        ...

    @property
    def height(self) -> int:
        """
        Give its height.
        """
        ...

    @property
    def corners(self) -> Sequence[Spot]:
        """
        Give the upper left of the four marks, clockwise.
        """
        ...

    @property
    def corner_size(self) -> int:
        """
        Give how wide a mark is.
        """
        ...

    @property
    def boxes(self) -> Sequence[Spot]:
        """
        Give the upper left of each box.
        """
        ...

    @property
    def box_size(self) -> int:
        """
        Give how wide a box is.
        """
        ...


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """
    Where to look, in tenths of a millimetre.
    """

    width: int
    height: int
    corners: tuple[Spot, ...]
    corner_size: int
    boxes: tuple[Spot, ...]
    box_size: int


@dataclass(frozen=True, slots=True)
class PaperPage:
    """
    What was found on one page of a scan.
    """

    code: str
    is_aligned: bool
    marks: tuple[str, ...] = ()
    image_jpeg: bytes = field(default=b"", repr=False)


def question_about(
    data: bytes, order: PaperOrderLike, *, filename: str | None, limits: Limits
) -> Question[Sequence[PaperPage]]:
    """
    Ask what is ticked on the pages in *data*.
    """
    seconds = limits.max_set_seconds if is_set(data) else limits.max_seconds
    head: Fields = {
        "kind": Kind.PAPER.value,
        "seconds": seconds,
        "filename": (filename or "")[-_LONGEST_ENDING:],
        "size": [order.width, order.height],
        "corners": [list(each) for each in order.corners],
        "boxes": [list(each) for each in order.boxes],
        "sizes": [order.corner_size, order.box_size],
    }
    count = len(order.boxes)
    return Question(pack(head, data), seconds, lambda said, body: pages_in(said, body, count))


def asked_in(head: Fields) -> PaperOrder:
    """
    Read the question, as `question_about` wrote it.

    Raises:
        TypeError: It did not.

        ValueError: It did not.
    """
    width, height = _spot(head["size"])
    corner_size, box_size = _spot(head["sizes"])
    corners = tuple(_spot(each) for each in several(head["corners"], CORNERS))
    boxes = tuple(_spot(each) for each in listed(head["boxes"], MOST_BOXES))
    return PaperOrder(width, height, corners, corner_size, boxes, box_size)


def answer_with(pages: Sequence[PaperPage]) -> Message:
    """
    Say what was found.
    """
    head: Fields = {
        "pages": [
            {
                "code": each.code,
                "is_aligned": each.is_aligned,
                "marks": [str(mark) for mark in each.marks],
                "length": len(each.image_jpeg),
            }
            for each in pages
        ]
    }
    return pack(head, b"".join(each.image_jpeg for each in pages))


def pages_in(head: Fields, body: bytes, count: int) -> Sequence[PaperPage]:
    """
    Read what a worker found; of an aligned page it tells of every box.

    Raises:
        KeyError: Something is not said.

        TypeError: Something is not what it must be.

        ValueError: The same.
    """
    told = [named(each) for each in listed(head["pages"], MOST_PAGES)]
    images = parts_of(body, [number(each["length"], len(body), least=0) for each in told])
    return tuple(_page(each, image, count) for each, image in zip(told, images, strict=True))


def _page(told: dict[str, object], image: bytes, count: int) -> PaperPage:
    is_aligned = flag(told["is_aligned"])
    marks = several(told["marks"], count if is_aligned else 0)
    if is_aligned != image.startswith(_JPEG):
        raise ValueError
    return PaperPage(
        text(told["code"]), is_aligned, tuple(BoxMark(text(each)).value for each in marks), image
    )


def _spot(told: object) -> Spot:
    x, y = (number(each, _MOST_TENTHS, least=0) for each in several(told, 2))
    return x, y
