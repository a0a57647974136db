"""
Ask for the keys of the ledger.
"""

from collections.abc import Sequence
from typing import Protocol


class KeyRing(Protocol):
    """
    The seeds of the keys that sign, kept apart from the storage.

    A crash between two calls leaves every seed that some log still asks for.
    """

    def seeds(self) -> Sequence[bytes]:
        """
        Give every seed there is now, first the one that signs new logs.
        """
        ...

    def successor(self) -> bytes:
        """
        Give the seed that follows; one begun with is taken up again.
        """
        ...

    def take_over(self) -> None:
        """
        Let the seed that follows sign new logs; the old one stays at hand.
        """
        ...

    def retire(self) -> None:
        """
        Destroy the old seed.
        """
        ...
