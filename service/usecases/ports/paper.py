"""
Ask for pages of answers: kept as printed, and read back from a scan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from service.decision.ids import PaperId, PersonId
from service.records.paper import PaperForm


class Spot(NamedTuple):
    """
    Where something begins, from the upper left, in tenths of a millimetre.
    """

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """
    Where to look on a page of answers, in tenths of a millimetre.
    """

    width: int
    height: int
    corners: tuple[Spot, ...]
    corner_size: int
    boxes: tuple[Spot, ...]
    box_size: int


class Mark(StrEnum):
    """
    What stands in a box.
    """

    EMPTY = "empty"
    TICKED = "ticked"
    DOUBTFUL = "doubtful"
    """Faint, filled, crossed out, or not to be told."""


class PaperPageLike(Protocol):
    """
    One page of a scan.
    """

    @property
    def code(self) -> str:
        """
        Give what its code says; empty: none was found.
        """
        ...

    @property
    def is_aligned(self) -> bool:
        """
        Tell whether its marks were found; else nothing else was read.
        """
        ...

    @property
    def marks(self) -> Sequence[str]:
        """
        Give a `Mark` for every box that was asked about.
        """
        ...

    @property
    def image_jpeg(self) -> bytes:
        """
        Give the page laid straight, as small as can be read.
        """
        ...


class PaperReader(Protocol):
    """
    Read pages of answers where a hostile file can do no harm.
    """

    def read_paper(
        self, data: bytes, order: PaperOrder, *, filename: str | None = None
    ) -> Sequence[PaperPageLike]:
        """
        Look at every page of a scan or photograph.

        Raises:
            BadImage: It is not a picture that can be trusted.
            Busy: Every worker is occupied for too long.
        """
        ...


class PaperForms(Protocol):
    """
    Forms that were printed, and which of them came back.
    """

    def add(self, form: PaperForm) -> None:
        """
        Keep a form as printed.
        """
        ...

    def find(self, paper_id: PaperId) -> PaperForm | None:
        """
        Give a form as printed, if this organisation printed it.
        """
        ...

    def used_at(self, paper_id: PaperId) -> datetime | None:
        """
        Tell when its answers were entered, if they were.
        """
        ...

    def note_use(self, paper_id: PaperId, person_id: PersonId, at: datetime) -> None:
        """
        Note that its answers were entered.
        """
        ...

    def drop_of(self, person_id: PersonId) -> int:
        """
        Delete all that is about a person; count the rows.
        """
        ...


class PaperWork(Protocol):
    """
    The part of a unit of work in which printed forms are kept.
    """

    @property
    def paper_forms(self) -> PaperForms:
        """
        Reach the forms that were printed.
        """
        ...
