"""
Spoil a good proof in every way that verifiers are known to have missed.

Rebuilt after the classes of probes that transparency logs test each other with:
wrong place, wrong size, wrong hashes, proofs that are padded, cut, doubled,
swapped or changed in one bit.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from service.ledger.tree import EMPTY_ROOT

UNRELATED = sha256(b"nothing to do with it").digest()


class Inclusion(NamedTuple):
    """
    The arguments of `verify_inclusion`.
    """

    leaf: bytes
    place: int
    size: int
    proof: tuple[bytes, ...]
    root: bytes


class Consistency(NamedTuple):
    """
    The arguments of `verify_consistency`.
    """

    old: int
    new: int
    proof: tuple[bytes, ...]
    old_root: bytes
    new_root: bytes


def spoil_inclusion(good: Inclusion) -> Iterator[tuple[str, Inclusion]]:
    """
    Yield what is wrong, and the arguments spoiled in that way.
    """
    for place in (good.place - 1, good.place + 1, good.place ^ 2, -1, good.size):
        if place != good.place:
            yield f"leaf {place}", good._replace(place=place)
    for size in (good.size * 2, good.size // 2, good.place, 0, -1):
        yield f"size {size}", good._replace(size=size)
    for leaf in (b"", b"short", good.leaf + b"\x00", UNRELATED, _flip(good.leaf)):
        yield f"leaf hash {leaf.hex()}", good._replace(leaf=leaf)
    for root in (b"", b"short", EMPTY_ROOT, UNRELATED, _flip(good.root)):
        yield f"root {root.hex()}", good._replace(root=root)
    for what, proof in _spoil(good.proof, (good.root, good.leaf)):
        yield what, good._replace(proof=proof)
    for what, leaf, proof in _shift(good.leaf, good.proof):
        yield what, good._replace(leaf=leaf, proof=proof)


def spoil_consistency(good: Consistency) -> Iterator[tuple[str, Consistency]]:
    """
    Yield what is wrong, and the arguments spoiled in that way.
    """
    for old in (good.old - 1, good.old + 1, good.old ^ 2, 0, -1, good.new + 1):
        yield f"old size {old}", good._replace(old=old)
    for new in (good.new * 2, good.new // 2, good.old - 1, 0, -1):
        yield f"new size {new}", good._replace(new=new)
    for root in (b"", b"short", EMPTY_ROOT, UNRELATED, _flip(good.old_root)):
        yield f"old root {root.hex()}", good._replace(old_root=root)
    for root in (b"", b"short", EMPTY_ROOT, UNRELATED, _flip(good.new_root)):
        yield f"new root {root.hex()}", good._replace(new_root=root)
    swapped = good._replace(old_root=good.new_root, new_root=good.old_root)
    yield "roots swapped", swapped
    yield "no proof", good._replace(proof=())
    for what, proof in _spoil(good.proof, (good.old_root, good.new_root)):
        yield what, good._replace(proof=proof)
    for what, old_root, proof in _shift(good.old_root, good.proof):
        yield what, good._replace(old_root=old_root, proof=proof)


def _spoil(
    proof: tuple[bytes, ...], more: Sequence[bytes]
) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """
    Yield the proof padded, cut, doubled, swapped and changed in one bit.
    """
    for extra in (b"", UNRELATED, *more, *proof):
        yield f"padded behind with {extra.hex()}", (*proof, extra)
        yield f"padded before with {extra.hex()}", (extra, *proof)
    for at, each in enumerate(proof):
        yield f"hash {at} missing", (*proof[:at], *proof[at + 1 :])
        yield f"hash {at} replaced", (*proof[:at], UNRELATED, *proof[at + 1 :])
        yield f"hash {at} cut", (*proof[:at], each[:-1], *proof[at + 1 :])
        yield f"hash {at} flipped", (*proof[:at], _flip(each), *proof[at + 1 :])
        yield f"hash {at} with one before it", (*proof[:at], UNRELATED, *proof[at:])
    if len(proof) > 1:
        yield "back to front", tuple(reversed(proof))
        yield "two hashes joined", (proof[0] + proof[1], *proof[2:])


def _shift(
    first: bytes, proof: tuple[bytes, ...]
) -> Iterator[tuple[str, bytes, tuple[bytes, ...]]]:
    """
    Yield two neighbours with the border between them moved: one hash over both.
    """
    if not proof:
        return
    sibling, *rest = proof
    yield "border moved left", first[:-1], (first[-1:] + sibling, *rest)
    yield "border moved right", first + sibling[:1], (sibling[1:], *rest)
    yield "border moved from the left", first[1:], (sibling + first[:1], *rest)
    yield "border moved to the left", sibling[-1:] + first, (sibling[:-1], *rest)


def _flip(content: bytes) -> bytes:
    """
    Change one bit.
    """
    return bytes((content[0] ^ 8,)) + content[1:]
