"""
Ask a time authority, and keep what it says.
"""

from collections.abc import Sequence
from typing import Protocol

from service.records.ledger import HeadStamp


class TimeAuthority(Protocol):
    """
    Somebody outside whose word on the time counts (RFC 3161).
    """

    def __call__(self, query: bytes) -> bytes:
        """
        Give the answer to a query, as it came.

        Raises:
            Unavailable: It could not be asked, or did not answer with a stamp.
        """
        ...


class HeadStamps(Protocol):
    """
    The stamps of one organisation's heads.
    """

    def add(self, stamp: HeadStamp) -> None:
        """
        Append a stamp.
        """
        ...

    def last(self) -> HeadStamp | None:
        """
        Give the stamp of the newest head that has one.
        """
        ...

    def all(self) -> Sequence[HeadStamp]:
        """
        Give every stamp, by size.
        """
        ...
