"""
Ask for records that change by writing a whole new version.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from service.decision.ids import ActorId
from service.records.paging import Listing, Page, Versioned

R = TypeVar("R")


class Versions(Protocol[R]):
    """
    Records of one kind that change by writing a whole new version.
    """

    def add(self, record: R, at: datetime, by: ActorId) -> int:
        """
        Write the next version of *record* and give its number, from 1.
        """
        ...

    def get(self, record_id: str, known_at: datetime | None = None) -> R:
        """
        Give the latest version recorded up to *known_at*.

        Raises:
            NotFound: This organisation has no such record (or had not then).
        """
        ...

    def find(self, record_id: str, known_at: datetime | None = None) -> R | None:
        """
        Give the latest version, or None.
        """
        ...

    def list_page(self, page: Page) -> Listing[R]:
        """
        Give one page, by id.
        """
        ...

    def list_latest(self, known_at: datetime | None = None) -> Sequence[Versioned[R]]:
        """
        Give the latest version of each: what, when and through whom.

        With *known_at* the latest recorded up to then.
        """
        ...

    def changed_since(self, at: datetime) -> Sequence[Versioned[R]]:
        """
        Give every version recorded after an instant, oldest first.
        """
        ...

    def history(self, record_id: str) -> Sequence[Versioned[R]]:
        """
        Give every version, oldest first.
        """
        ...
