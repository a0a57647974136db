"""
Say what wiring hands in: sealing, and search for near fingerprints.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


class Sealer(Protocol):
    """
    Encrypt what a stolen disk must not show.
    """

    def seal(self, content: bytes) -> bytes:
        """
        Encrypt and authenticate.
        """
        ...

    def open(self, sealed: bytes) -> bytes:
        """
        Give the content back, or raise if it is not what was sealed.
        """
        ...


class Neighbours(Protocol):
    """
    Hold fingerprints in memory and find the near ones, missing none.

    One thread at a time adds; others may search meanwhile, and each sees everything
    whose `add` had returned before it began.
    """

    def add(self, ids: Sequence[str], bits: Sequence[bytes]) -> None:
        """
        Hold the fingerprints *bits*, known as *ids*.
        """
        ...

    def within(self, probes: Sequence[bytes], radius_bits: int) -> Sequence[tuple[str, int]]:
        """
        List each id near any of *probes* with its distance, nearest first.
        """
        ...


NewNeighbours = Callable[[], Neighbours]
"""Gives an empty search."""


@dataclass(frozen=True, slots=True)
class Outside:
    """
    What this room is given to work with.
    """

    sealer: Sealer
    new_neighbours: NewNeighbours
    new_salt: Callable[[], bytes]
    """Gives 32 random bytes for each ledger entry."""
