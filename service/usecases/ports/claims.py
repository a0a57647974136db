"""
Ask what a file says of itself: hints, which nothing is decided by.
"""

from collections.abc import Sequence
from typing import Protocol


class ClaimedRegionLike(Protocol):
    """
    A place that a file marks.
    """

    @property
    def name(self) -> str:
        """
        Give what the file calls it.
        """
        ...

    @property
    def place(self) -> tuple[int, int, int, int] | None:
        """
        Give left, top, width and height in thousandths, where that is clear.
        """
        ...


class ClaimsLike(Protocol):
    """
    What a file says of itself, in few and short lines of print.
    """

    @property
    def creator(self) -> str:
        """
        Name who made it.
        """
        ...

    @property
    def credit_line(self) -> str:
        """
        Give the line that is to stand beside it.
        """
        ...

    @property
    def copyright_notice(self) -> str:
        """
        Say whose it is.
        """
        ...

    @property
    def usage_terms(self) -> str:
        """
        Say under what terms.
        """
        ...

    @property
    def event(self) -> str:
        """
        Name the event.
        """
        ...

    @property
    def people(self) -> Sequence[str]:
        """
        Name who is seen.
        """
        ...

    @property
    def regions(self) -> Sequence[ClaimedRegionLike]:
        """
        Give the places it marks.
        """
        ...

    @property
    def source_type(self) -> str:
        """
        Give what kind of source it names, as a code of the IPTC.
        """
        ...
