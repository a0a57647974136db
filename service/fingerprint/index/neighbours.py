"""
Find every stored fingerprint near one of some probes: none is missed.
"""

import threading
from collections.abc import Sequence
from typing import Final, NamedTuple

from service.fingerprint.index.arrays import Rows, checked, order_of, rows_of
from service.fingerprint.index.kernels import Kernel, NumpyKernel, quickest
from service.fingerprint.index.page import FIRST_ROWS, PAGE_ROWS, Page
from service.fingerprint.index.sharing import shared

COMPILED_FROM: Final = 20_000
"""Up to here numpy needs less than a millisecond, and numba half a second to import."""
_WORTH_SORTING: Final = 1024
_FEW: Final = 16
"""Of fewer, each is written by itself."""


class Hit(NamedTuple):
    """
    Name a stored fingerprint near a probe.
    """

    id: str
    distance_bits: int


class Neighbours:
    """
    Hold fingerprints of 256 bits, and find those within a radius.

    One thread at a time adds; any number search meanwhile, and each sees everything
    whose `add` had returned before it began.
    """

    def __init__(self, kernel: Kernel | None = None, page_rows: int = PAGE_ROWS) -> None:
        """
        Begin with nothing.

        Args:
            kernel: Who searches; None chooses by how many there are to search.

            page_rows: A multiple of 64; how many lie in one piece.
        """
        self._adding = threading.Lock()
        self._chosen = kernel
        self._page_rows = page_rows
        self._pages: tuple[Page, ...] = (self._new_page(),)

    def __len__(self) -> int:
        """
        Count the fingerprints held.
        """
        return sum(page.count for page in self._pages)

    @property
    def nbytes(self) -> int:
        """
        Say how much memory it takes.
        """
        return sum(page.nbytes for page in self._pages)

    @property
    def kernel(self) -> Kernel:
        """
        Give who searches.
        """
        return self._chosen or (NumpyKernel() if len(self) < COMPILED_FROM else quickest())

    def add(self, ids: Sequence[str], bits: Sequence[bytes]) -> None:
        """
        Hold the fingerprints *bits*, known as *ids*; an id may have several.

        Raises:
            ValueError: There are not as many ids as fingerprints, or one is not of
                256 bits.
        """
        if len(ids) != len(bits):
            raise ValueError("every fingerprint needs an id")
        if len(ids) < _FEW and self._added_few(ids, checked(bits)):
            return
        rows = rows_of(bits)
        if len(ids) >= _WORTH_SORTING:
            order = order_of(rows)
            ids, rows = [ids[each] for each in order.tolist()], rows[order]
        with self._adding:
            # Last, and in one step: a search that is under way reads the old pages.
            self._pages = self._with(ids, rows)

    def within(self, probes: Sequence[bytes], radius_bits: int) -> list[Hit]:
        """
        List each id at most *radius_bits* from the nearest of *probes*.

        Nearest first, and at equal distance in the order of the ids.

        Raises:
            ValueError: A probe is not of 256 bits.
        """
        wanted = rows_of(probes)
        nearest: dict[str, int] = {}
        kernel = self.kernel
        # The pages are taken once: another thread may replace them.
        pages = shared(lambda page: kernel.near(page, wanted, radius_bits), self._pages)
        for page, (rows, distances) in pages:
            for row, distance in zip(rows.tolist(), distances.tolist(), strict=True):
                found = page.id_of(row)
                nearest[found] = min(distance, nearest.get(found, distance))
        hits = [Hit(found, distance) for found, distance in nearest.items()]
        return sorted(hits, key=lambda hit: (hit.distance_bits, hit.id))

    def _added_few(self, ids: Sequence[str], bits: Sequence[bytes]) -> bool:
        """
        Write a few where the last page has room, and say whether it had.
        """
        with self._adding:
            *full, last = self._pages
            if last.room < len(ids):
                return False
            self._pages = (*full, last.add_few(ids, bits))
        return True

    def _with(self, ids: Sequence[str], rows: Rows) -> tuple[Page, ...]:
        """
        Give the pages with more in them: the last is filled, then others are begun.
        """
        full, last = list(self._pages[:-1]), self._pages[-1]
        while True:
            last = last.with_room(len(ids), self._page_rows)
            fitting = min(len(ids), self._page_rows - last.count)
            last = last.add(ids[:fitting], rows[:fitting])
            ids, rows = ids[fitting:], rows[fitting:]
            if not ids:
                return (*full, last)
            full.append(last)
            last = self._new_page()

    def _new_page(self) -> Page:
        return Page.empty(min(FIRST_ROWS, self._page_rows))
