"""
Say where everything is on a page of answers, in tenths of a millimetre.

The page is laid out by hand, so that whoever reads it back knows where to look: a
grid of slots of one height, each with room for one question and its three boxes.  A
heading takes one slot; print for easy reading takes two for everything.  The grid is
the same for every form, so a page can be read before anybody knows which form it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from service.decision.terms import ActKind, Matter
from service.records.paper import PaperRow
from service.usecases.ports.paper import PaperOrder, Spot

WIDTH: Final = 2100
HEIGHT: Final = 2970
CORNER_SIZE: Final = 100
CORNERS: Final = (Spot(80, 80), Spot(1920, 80), Spot(1920, 2790), Spot(80, 2790))
"""Upper left of each mark, clockwise from the upper left one."""
PATTERNS: Final = (
    ("1011", "0101", "0011", "0010"),
    ("0000", "1111", "1001", "1010"),
    ("0011", "0011", "0010", "1101"),
    ("1001", "1001", "0100", "0110"),
)
"""The light squares within the dark edge of each mark: ArUco 4x4, numbers 0 to 3.

Each is another, and none looks like itself turned: so one page has one way up.
"""
QR: Final = Spot(1590, 210)
QR_SIZE: Final = 290
CHOICES: Final = (ActKind.GIVEN, ActKind.REFUSED, ActKind.DEFERRED)
"""In this order, left to right, alike in size and weight."""
SLOTS: Final = 18
SLOT_HEIGHT: Final = 90
FIRST_SLOT: Final = 600
BOX_SIZE: Final = 56
_BOXES: Final = (1090, 1330, 1570)
_EASY_SLOTS: Final = 2


@dataclass(frozen=True, slots=True)
class Group:
    """
    A channel with what is asked about it.
    """

    place: str
    title: str
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """
    What stands in one slot: a heading, or a question.
    """

    slot: int
    title: str = ""
    row: PaperRow | None = None


def order() -> PaperOrder:
    """
    Say where to look on any page of answers.
    """
    boxes = tuple(Spot(x, FIRST_SLOT + slot * SLOT_HEIGHT) for slot in range(SLOTS) for x in _BOXES)
    return PaperOrder(WIDTH, HEIGHT, CORNERS, CORNER_SIZE, boxes, BOX_SIZE)


def pages_of(groups: Sequence[Group], *, easy: bool) -> list[list[Line]]:
    """
    Put channels and questions on as few pages as they need.

    A heading stays with its first question, and is said again on the next page.
    """
    height = _EASY_SLOTS if easy else 1
    pages: list[list[Line]] = [[]]
    slot = 0
    for group in groups:
        is_titled = False
        for matter in group.matters:
            needed = height * (1 if is_titled else 2)
            if slot + needed > SLOTS:
                pages.append([])
                slot, is_titled = 0, False
            if not is_titled:
                pages[-1].append(Line(slot, group.title))
                slot, is_titled = slot + height, True
            row = PaperRow(len(pages), slot, group.place, matter)
            pages[-1].append(Line(slot, row=row))
            slot += height
    return pages


def boxes_of(slot: int) -> Iterator[int]:
    """
    Give the numbers of the three boxes of a slot within `order().boxes`.
    """
    yield from range(slot * len(_BOXES), (slot + 1) * len(_BOXES))


def top_of(slot: int) -> int:
    """
    Give where the boxes of a slot begin.
    """
    return FIRST_SLOT + slot * SLOT_HEIGHT
