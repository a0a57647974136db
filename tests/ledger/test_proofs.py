"""
A proof convinces exactly when it is true.
"""

import pytest

from service.ledger.failures import ProofRefused
from service.ledger.tree import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)
from tests.ledger import naive
from tests.ledger.spoiled import Consistency, Inclusion, spoil_consistency, spoil_inclusion
from tests.ledger.stored import Shelf, vectors

KNOWN = vectors("rfc6962")
KNOWN_LEAVES = [bytes.fromhex(leaf) for leaf in KNOWN["leaves"]]
KNOWN_ROOTS = [bytes.fromhex(root) for root in KNOWN["roots"]]
MANY = [f"leaf {number}".encode() for number in range(64)]
SIZES = range(1, len(MANY) + 1)
ROOTS = [naive.tree_hash(MANY[:size]) for size in range(len(MANY) + 1)]
SHELF = Shelf(Frontier().extend(map(leaf_hash, MANY))[1])


def _accepts_inclusion(claim: Inclusion) -> bool:
    try:
        verify_inclusion(*claim)
    except ProofRefused:
        return False
    return True


def _accepts_consistency(claim: Consistency) -> bool:
    try:
        verify_consistency(*claim)
    except ProofRefused:
        return False
    return True


def _inclusion(place: int, size: int) -> Inclusion:
    proof = inclusion_proof(place, size, SHELF.at)
    return Inclusion(leaf_hash(MANY[place]), place, size, proof, ROOTS[size])


def _consistency(old: int, new: int) -> Consistency:
    proof = consistency_proof(old, new, SHELF.at)
    return Consistency(old, new, proof, ROOTS[old], ROOTS[new])


@pytest.mark.parametrize("known", KNOWN["inclusion"], ids=lambda each: f"{each['index']}")
def test_the_published_inclusion_proofs_hold(known: dict[str, list[str]]) -> None:
    index, size = int(str(known["index"])), int(str(known["size"]))
    proof = tuple(map(bytes.fromhex, known["proof"]))
    claim = Inclusion(leaf_hash(KNOWN_LEAVES[index]), index, size, proof, KNOWN_ROOTS[size])
    shelf = Shelf(Frontier().extend(map(leaf_hash, KNOWN_LEAVES))[1])

    assert _accepts_inclusion(claim)
    assert proof == inclusion_proof(index, size, shelf.at)
    assert [] == [what for what, spoiled in spoil_inclusion(claim) if _accepts_inclusion(spoiled)]


@pytest.mark.parametrize("known", KNOWN["consistency"], ids=lambda each: f"{each['old']}")
def test_the_published_consistency_proofs_hold(known: dict[str, list[str]]) -> None:
    old, new = int(str(known["old"])), int(str(known["new"]))
    proof = tuple(map(bytes.fromhex, known["proof"]))
    shelf = Shelf(Frontier().extend(map(leaf_hash, KNOWN_LEAVES))[1])

    assert _accepts_consistency(Consistency(old, new, proof, KNOWN_ROOTS[old], KNOWN_ROOTS[new]))
    assert proof == consistency_proof(old, new, shelf.at)


@pytest.mark.parametrize("size", SIZES)
def test_every_leaf_of_every_log_has_the_proof_that_the_definition_gives(size: int) -> None:
    for place in range(size):
        claim = _inclusion(place, size)

        assert naive.audit_path(place, MANY[:size]) == list(claim.proof)
        assert _accepts_inclusion(claim)


@pytest.mark.parametrize("new", SIZES)
def test_every_log_begins_with_every_smaller_one(new: int) -> None:
    for old in range(1, new + 1):
        claim = _consistency(old, new)

        assert naive.consistency_path(old, MANY[:new]) == list(claim.proof)
        assert _accepts_consistency(claim)


@pytest.mark.parametrize("size", [*range(1, 18), 31, 32, 33, 63, 64])
def test_no_spoiled_inclusion_proof_convinces(size: int) -> None:
    convincing = [
        (place, what)
        for place in range(size)
        for what, spoiled in spoil_inclusion(_inclusion(place, size))
        if _accepts_inclusion(spoiled)
    ]

    assert [] == convincing


@pytest.mark.parametrize("new", [*range(2, 18), 31, 32, 33, 63, 64])
def test_no_spoiled_consistency_proof_convinces(new: int) -> None:
    convincing = [
        (old, what)
        for old in range(1, new)
        for what, spoiled in spoil_consistency(_consistency(old, new))
        if spoiled != _consistency(old, new) and _accepts_consistency(spoiled)
    ]

    assert [] == convincing


def test_a_proof_of_another_length_is_refused_for_its_length() -> None:
    inclusion, consistency = _inclusion(3, 7), _consistency(3, 7)

    for proof, length in (((*inclusion.proof, ROOTS[7]), "long"), (inclusion.proof[:-1], "short")):
        with pytest.raises(ProofRefused, match=f"too {length}"):
            verify_inclusion(*inclusion._replace(proof=proof))
    for proof, length in (
        ((*consistency.proof, ROOTS[7]), "long"),
        (consistency.proof[:-1], "short"),
        ((), "short"),
    ):
        with pytest.raises(ProofRefused, match=f"too {length}"):
            verify_consistency(*consistency._replace(proof=proof))


def test_a_log_that_was_rewritten_does_not_begin_with_what_it_was() -> None:
    rewritten = [*MANY[:20], b"another leaf", *MANY[21:]]
    shelf = Shelf(Frontier().extend(map(leaf_hash, rewritten))[1])

    for old in range(21, 40):
        proof = consistency_proof(old, 40, shelf.at)
        claim = Consistency(old, 40, proof, ROOTS[old], naive.tree_hash(rewritten[:40]))
        assert not _accepts_consistency(claim)


def test_every_log_begins_with_the_empty_one() -> None:
    for new in range(len(MANY) + 1):
        assert () == consistency_proof(0, new, SHELF.at)
        assert _accepts_consistency(Consistency(0, new, (), EMPTY_ROOT, ROOTS[new]))
        assert not _accepts_consistency(Consistency(0, new, (), ROOTS[1], ROOTS[new]))
        assert not _accepts_consistency(Consistency(0, new, (ROOTS[1],), EMPTY_ROOT, ROOTS[new]))
    assert not _accepts_consistency(Consistency(0, 0, (), EMPTY_ROOT, ROOTS[1]))


def test_a_log_is_what_it_is_and_needs_no_proof() -> None:
    assert () == consistency_proof(5, 5, SHELF.at)
    assert _accepts_consistency(Consistency(5, 5, (), ROOTS[5], ROOTS[5]))
    assert not _accepts_consistency(Consistency(5, 5, (), ROOTS[5], ROOTS[6]))
    assert not _accepts_consistency(Consistency(5, 5, (ROOTS[5],), ROOTS[5], ROOTS[5]))


@pytest.mark.parametrize(("place", "size"), [(0, 0), (1, 1), (-1, 4), (4, 4)])
def test_there_is_no_proof_of_a_leaf_that_is_not_there(place: int, size: int) -> None:
    with pytest.raises(ProofRefused):
        inclusion_proof(place, size, SHELF.at)


@pytest.mark.parametrize(("old", "new"), [(1, 0), (-1, 4), (5, 4)])
def test_there_is_no_proof_that_a_log_begins_with_a_larger_one(old: int, new: int) -> None:
    with pytest.raises(ProofRefused):
        consistency_proof(old, new, SHELF.at)


def test_making_a_proof_reads_few_nodes() -> None:
    shelf = Shelf(Frontier().extend(map(leaf_hash, MANY))[1])

    for size in SIZES:
        for place in range(size):
            shelf.reads = 0
            inclusion_proof(place, size, shelf.at)
            assert 2 * size.bit_length() >= shelf.reads
