"""
The Merkle tree of RFC 6962 section 2.1, written down word for word.

Slow, recursive and independent of the service: the oracle that its tree and
proofs are compared with.
"""

from collections.abc import Sequence
from hashlib import sha256


def tree_hash(leaves: Sequence[bytes]) -> bytes:
    """
    MTH: the root over the contents of *leaves*.
    """
    if not leaves:
        return sha256().digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    k = split(len(leaves))
    return sha256(b"\x01" + tree_hash(leaves[:k]) + tree_hash(leaves[k:])).digest()


def audit_path(m: int, leaves: Sequence[bytes]) -> list[bytes]:
    """
    PATH: the inclusion proof of leaf *m*.
    """
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return [*audit_path(m, leaves[:k]), tree_hash(leaves[k:])]
    return [*audit_path(m - k, leaves[k:]), tree_hash(leaves[:k])]


def consistency_path(m: int, leaves: Sequence[bytes], *, whole: bool = True) -> list[bytes]:
    """
    SUBPROOF: the consistency proof from the first *m* leaves to all of them.
    """
    if m == len(leaves):
        return [] if whole else [tree_hash(leaves)]
    k = split(len(leaves))
    if m <= k:
        return [*consistency_path(m, leaves[:k], whole=whole), tree_hash(leaves[k:])]
    return [*consistency_path(m - k, leaves[k:], whole=False), tree_hash(leaves[:k])]


def split(n: int) -> int:
    """
    Find the largest power of two smaller than *n*.
    """
    k = 1
    while 2 * k < n:
        k *= 2
    return k
