"""
Grow an append-only Merkle tree of any size, knowing log2(size) hashes.

A tree of 13 leaves is a row of perfect trees of 8, 4 and 1 leaves, one for each
bit of its size.  Their roots are the frontier: all that appending needs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from service.ledger.failures import ProofRefused
from service.ledger.hashing import EMPTY_ROOT, HASH_BYTES, leaf_hash, node_hash
from service.ledger.proofs import (
    consistency_proof,
    inclusion_proof,
    verify_consistency,
    verify_inclusion,
)

__all__ = [
    "EMPTY_ROOT",
    "HASH_BYTES",
    "Frontier",
    "Node",
    "Peaks",
    "consistency_proof",
    "inclusion_proof",
    "leaf_hash",
    "node_hash",
    "root_of",
    "verify_consistency",
    "verify_inclusion",
]


Node: TypeAlias = tuple[int, int, bytes]
"""
A finished node (level, index, hash), to be stored once and never changed.

Level 0 are the leaves; node (level, index) covers the leaves from index * 2^level
up to, not including, (index + 1) * 2^level.
"""


@dataclass(frozen=True, slots=True)
class Frontier:
    """
    The state of a log: its size and the roots of its perfect trees.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()
    """From left to right, so the largest tree first."""

    def __post_init__(self) -> None:
        """
        Refuse a state that no log can be in.

        Raises:
            ProofRefused: If the hashes do not fit the size.
        """
        if self.size < 0 or len(self.hashes) != self.size.bit_count():
            raise ProofRefused(f"{len(self.hashes)} hashes are no frontier of {self.size} leaves")
        if any(len(peak) != HASH_BYTES for peak in self.hashes):
            raise ProofRefused("a frontier is made of SHA-256 hashes")

    def append(self, leaf: bytes) -> "Frontier":
        """
        Return the frontier after one more leaf, given the *hash* of that leaf.
        """
        return self.extend((leaf,))[0]

    def extend(self, leaves: Iterable[bytes]) -> tuple["Frontier", tuple[Node, ...]]:
        """
        Return the frontier after *leaves* (hashes), and the new nodes.

        The nodes come in the order in which they are finished, the leaves (level
        0) among them.  Written together with the new size they are all that
        proofs will ever read; cutting a batch in two changes none of them.

        Raises:
            ProofRefused: If a leaf is given by anything but its hash.
        """
        peaks, size, nodes = list(self.hashes), self.size, list[Node]()
        for leaf in leaves:
            if len(leaf) != HASH_BYTES:
                raise ProofRefused("a leaf is appended by its hash")
            level, index, top = 0, size, leaf
            nodes.append((level, index, top))
            while index & 1:  # a right child: its left sibling is the last peak
                level, index, top = level + 1, index >> 1, node_hash(peaks.pop(), top)
                nodes.append((level, index, top))
            peaks.append(top)
            size += 1
        return Frontier(size, tuple(peaks)), tuple(nodes)

    def root(self) -> bytes:
        """
        Return the root of the whole log, as RFC 6962 section 2.1 defines it.
        """
        return _root_above(self.hashes)


class Peaks:
    """
    A frontier that forgets every node it finishes: for whoever only reads.

    Mutable, because a verifier takes this step for each of a million leaves.
    """

    __slots__ = ("_hashes", "size")

    def __init__(self) -> None:
        """
        Begin with the empty log.
        """
        self.size = 0
        self._hashes: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """
        Append a leaf, given its *hash*.
        """
        merges = self.size
        while merges & 1:  # a right child: its left sibling is the last peak
            leaf = node_hash(self._hashes.pop(), leaf)
            merges >>= 1
        self._hashes.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """
        Return the root of the log so far.
        """
        return _root_above(self._hashes)


def root_of(leaves: Iterable[bytes]) -> bytes:
    """
    Return the root over the *contents* of leaves, the whole log at once.
    """
    peaks = Peaks()
    for leaf in leaves:
        peaks.add(leaf_hash(leaf))
    return peaks.root()


def _root_above(peaks: Sequence[bytes]) -> bytes:
    """
    Return the root above perfect trees, given their roots left to right.
    """
    if not peaks:
        return EMPTY_ROOT
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root
