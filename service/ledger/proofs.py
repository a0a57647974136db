"""
Make and verify the two proofs of RFC 9162 section 2.1.

Whoever makes a proof reads finished nodes through a `NodeReader`, at most about
2 * log2(size) of them.  Whoever verifies one needs nothing but its arguments, and
gets no answer: verification returns, or raises.
"""

from collections.abc import Callable, Sequence

from service.ledger.failures import ProofRefused
from service.ledger.hashing import EMPTY_ROOT, HASH_BYTES, node_hash

NodeReader = Callable[[int, int], bytes]
"""Give the hash stored at (level, index); raise if there is none."""


def inclusion_proof(index: int, size: int, node_at: NodeReader) -> tuple[bytes, ...]:
    """
    Prove that leaf *index* is in the log of *size* leaves.

    Raises:
        ProofRefused: If there is no such leaf.
    """
    if not 0 <= index < size:
        raise ProofRefused(f"there is no leaf {index} among {size}")
    path, start, end = list[bytes](), 0, size
    while end - start > 1:
        middle = start + _left_part(end - start)
        if index < middle:
            path.append(_range_root(middle, end, node_at))
            end = middle
        else:
            path.append(_range_root(start, middle, node_at))
            start = middle
    return tuple(reversed(path))


def consistency_proof(old: int, new: int, node_at: NodeReader) -> tuple[bytes, ...]:
    """
    Prove that the log of *new* leaves begins with that of *old* leaves.

    Raises:
        ProofRefused: If *old* is larger than *new*.
    """
    if not 0 <= old <= new:
        raise ProofRefused(f"a log of {new} leaves has no beginning of {old}")
    if old in (0, new):
        return ()
    path, start, end = list[bytes](), 0, new
    while old != end:
        middle = start + _left_part(end - start)
        if old <= middle:
            path.append(_range_root(middle, end, node_at))
            end = middle
        else:
            path.append(_range_root(start, middle, node_at))
            start = middle
    if start:  # otherwise this is the old root, which the verifier has
        path.append(_range_root(start, end, node_at))
    return tuple(reversed(path))


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """
    Return if *leaf* is at *index* of the log with this size and root.

    *leaf* is the leaf's hash.  The steps are those of RFC 9162 section 2.1.3.2.

    Raises:
        ProofRefused: If it is not proven, whatever the reason.
    """
    if not 0 <= index < size:
        raise ProofRefused(f"there is no leaf {index} among {size}")
    _check_hashes(leaf, root, *proof)
    here, last, found = index, size - 1, leaf
    for sibling in proof:
        if not last:
            raise ProofRefused("the proof is too long")
        if here & 1 or here == last:
            found = node_hash(sibling, found)
            here, last = _up_to_right_child(here, last)
        else:
            found = node_hash(found, sibling)
        here, last = here >> 1, last >> 1
    if last:
        raise ProofRefused("the proof is too short")
    if found != root:
        raise ProofRefused("the proof leads to another root")


def verify_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """
    Return if the log of *new* leaves begins with that of *old* leaves.

    The steps are those of RFC 9162 section 2.1.4.2.  Beyond it, every log begins
    with the empty one, which has one root.

    Raises:
        ProofRefused: If it is not proven, whatever the reason.
    """
    if not 0 <= old <= new:
        raise ProofRefused(f"a log of {new} leaves has no beginning of {old}")
    _check_hashes(old_root, new_root, *proof)
    for size, root in ((old, old_root), (new, new_root)):
        if not size and root != EMPTY_ROOT:
            raise ProofRefused("an empty log has another root")
    if old in (0, new):
        _check_trivial(old, proof, old_root, new_root)
        return
    path = list(proof)
    if old.bit_count() == 1:
        path.insert(0, old_root)
    if not path:
        raise ProofRefused("the proof is too short")
    _walk_consistency(old - 1, new - 1, path, (old_root, new_root))


def _check_trivial(old: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    """
    Refuse a proof where none is needed, and two roots for one size.
    """
    if proof:
        raise ProofRefused("the proof is too long")
    if old and old_root != new_root:
        raise ProofRefused("a log of one size has one root")


def _walk_consistency(here: int, last: int, path: list[bytes], roots: tuple[bytes, bytes]) -> None:
    """
    Build both roots from one path, and compare them.
    """
    while here & 1:
        here, last = here >> 1, last >> 1
    found_old = found_new = path[0]
    for sibling in path[1:]:
        if not last:
            raise ProofRefused("the proof is too long")
        if here & 1 or here == last:
            found_old = node_hash(sibling, found_old)
            found_new = node_hash(sibling, found_new)
            here, last = _up_to_right_child(here, last)
        else:
            found_new = node_hash(found_new, sibling)
        here, last = here >> 1, last >> 1
    if last:
        raise ProofRefused("the proof is too short")
    if (found_old, found_new) != roots:
        raise ProofRefused("the proof leads to other roots")


def _up_to_right_child(here: int, last: int) -> tuple[int, int]:
    """
    Skip the levels on which a node at the right border has no sibling.
    """
    while here and not here & 1:
        here, last = here >> 1, last >> 1
    return here, last


def _left_part(width: int) -> int:
    """
    Return the largest power of two below *width*: RFC 6962 splits there.
    """
    return 1 << (width - 1).bit_length() - 1


def _range_root(start: int, end: int, node_at: NodeReader) -> bytes:
    """
    Return the root over the leaves from *start* up to *end*.

    *start* is where the tree splits.  A perfect tree is one stored node.  At the
    right border the range is a row of perfect trees whose common root is not
    stored, since it changes as the log grows.
    """
    width = end - start
    if width.bit_count() == 1:
        level = width.bit_length() - 1
        return node_at(level, start >> level)
    middle = start + _left_part(width)
    return node_hash(_range_root(start, middle, node_at), _range_root(middle, end, node_at))


def _check_hashes(*hashes: bytes) -> None:
    """
    Refuse what is not a hash: two joined ones could pass for another pair.
    """
    if any(len(each) != HASH_BYTES for each in hashes):
        raise ProofRefused("a proof is made of SHA-256 hashes")
