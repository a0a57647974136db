"""
Read what stands one above the other, where things are side by side.

Below portraits in a row stands a row of given names, and below that one of family names:
line by line nobody is named whole.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2

MOST_CELLS: Final = 2_000
"""Of a page; each is looked up among all of its letters."""
_FURTHEST_BELOW: Final = 1.5
_FURTHEST_INTO: Final = 0.5
_BETWEEN_COLUMNS: Final = 0.5
"""All three in heights of a line."""
_SHARED: Final = 0.5
"""Of the narrower of two, so that one stands below the other."""


class Cell(NamedTuple):
    """
    Where a run of letters is, in points from the lower left.
    """

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """
        Give the height of its line.
        """
        return self.top - self.bottom

    def is_on_line_of(self, other: "Cell") -> bool:
        """
        Tell whether another is on the same line.
        """
        return min(self.top, other.top) > max(self.bottom, other.bottom)

    def goes_on_in(self, other: "Cell") -> bool:
        """
        Tell whether another is on the same line, no further away than a word.
        """
        away = max(self.left - other.right, other.left - self.right)
        return self.is_on_line_of(other) and away <= _BETWEEN_COLUMNS * self.height

    def with_(self, other: "Cell") -> "Cell":
        """
        Give what holds both.
        """
        left, bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        return Cell(left, bottom, max(self.right, other.right), max(self.top, other.top))

    def is_above(self, other: "Cell") -> bool:
        """
        Tell whether another is on the line right below, in its column.
        """
        below = self.bottom - other.top
        shared = min(self.right, other.right) - max(self.left, other.left)
        narrower = min(self.right - self.left, other.right - other.left)
        is_near = -_FURTHEST_INTO * self.height < below < _FURTHEST_BELOW * self.height
        return is_near and other.top < self.top and shared > _SHARED * narrower


def stacked_on(layer: pypdfium2.PdfTextPage) -> Iterator[str]:
    """
    Give each two runs of which one stands below the other, as a line.
    """
    cells = sorted(_cells_of(layer), key=lambda each: -each.top)
    for number, cell in enumerate(cells):
        reach = cell.bottom - _FURTHEST_BELOW * cell.height
        below = _while_above(cells, number + 1, reach)
        found = [each for each in below if cell.is_above(each)]
        is_beside_another = any(each is not cell and cell.is_on_line_of(each) for each in cells)
        if found and is_beside_another:
            yield from (_line(layer, cell, each) for each in found)


def _cells_of(layer: pypdfium2.PdfTextPage) -> list[Cell]:
    """
    Give runs of letters, those together that go on in each other.
    """
    cells: list[Cell] = []
    for number in range(layer.count_rects()):
        run = Cell(*layer.get_rect(number))
        if cells and cells[-1].goes_on_in(run):
            cells[-1] = cells[-1].with_(run)
        elif run.height > 0:
            cells.append(run)
    return cells


def _while_above(cells: list[Cell], start: int, reach: float) -> Iterator[Cell]:
    """
    Give the cells from *start* on that may still be near.
    """
    for number in range(start, len(cells)):
        if cells[number].top < reach:
            return
        yield cells[number]


def _line(layer: pypdfium2.PdfTextPage, *cells: Cell) -> str:
    return " ".join(" ".join(layer.get_text_bounded(*each).split()) for each in cells)
