"""
Say what wiring hands in: sealing, and search for pictures.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

Follow = Callable[[Callable[[], datetime]], None]
"""Calls what asks the storage for its clock, so that the service goes by that."""


def asked_only(ask: Callable[[], datetime]) -> None:
    """
    Follow no clock.
    """
    ask()


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


class Candidates(Protocol):
    """
    Hold sketches in memory, and say which a picture may be part of.

    Whoever it names is compared; nobody is believed to be found by it.  One thread at a
    time adds; others may search meanwhile.
    """

    def add(self, ids: Sequence[str], sketches: Sequence[bytes]) -> None:
        """
        Hold the *sketches* of the pictures known as *ids*.
        """
        ...

    def find(self, views: bytes, limit: int) -> Sequence[tuple[str, int]]:
        """
        List at most *limit* ids, each with its votes, the likeliest first.
        """
        ...


NewNeighbours = Callable[[], Neighbours]
"""Gives an empty search for fingerprints."""
NewCandidates = Callable[[], Candidates]
"""Gives an empty search by sketches."""


@dataclass(frozen=True, slots=True)
class Search:
    """
    What finds pictures again.
    """

    new_neighbours: NewNeighbours
    new_candidates: NewCandidates


@dataclass(frozen=True, slots=True)
class Outside:
    """
    What this room is given to work with.
    """

    sealer: Sealer
    search: Search
    new_salt: Callable[[], bytes]
    """Gives 32 random bytes for each ledger entry."""
    follow: Follow = asked_only
    """Where the storage has a clock; a file is kept by the machine's own."""
