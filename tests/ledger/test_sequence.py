"""
A log takes its next step only from where it signed that it stands.
"""

from dataclasses import replace

import pytest

from service.ledger.checkpoint import Checkpoint
from service.ledger.failures import ProofRefused
from service.ledger.sequence import first_head, next_head
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
from tests.ledger.logs import ORIGIN
from tests.ledger.stored import Shelf

LEAVES = [f"leaf {number}".encode() for number in range(30)]
HASHES = [leaf_hash(leaf) for leaf in LEAVES]
BATCHES = (0, 1, 1, 4, 9, 30)


def test_every_head_continues_all_earlier_ones_and_holds_all_leaves() -> None:
    head, frontier, shelf, heads = first_head(ORIGIN), Frontier(), Shelf(), list[Checkpoint]()

    for end in BATCHES:
        step = next_head(head, frontier, HASHES[head.size : end])
        head, frontier = step.head, step.frontier
        shelf.put(step.nodes)
        heads.append(head)

        assert Checkpoint(ORIGIN, end, naive.tree_hash(LEAVES[:end])) == head
        for earlier in heads:
            proof = consistency_proof(earlier.size, end, shelf.at)
            verify_consistency(earlier.size, end, proof, earlier.root, head.root)
        for index in range(end):
            verify_inclusion(
                HASHES[index], index, end, inclusion_proof(index, end, shelf.at), head.root
            )


def test_a_log_begins_empty() -> None:
    assert Checkpoint(ORIGIN, 0, EMPTY_ROOT) == first_head(ORIGIN)


def test_nothing_new_changes_nothing() -> None:
    step = next_head(first_head(ORIGIN), Frontier(), HASHES[:5])

    assert replace(step, nodes=()) == next_head(step.head, step.frontier, [])


@pytest.mark.parametrize("kept", [0, 4, 6])
def test_a_frontier_from_a_backup_stops_the_log_before_it_signs(kept: int) -> None:
    step = next_head(first_head(ORIGIN), Frontier(), HASHES[:5])
    stale, _ = Frontier().extend(HASHES[:kept])

    with pytest.raises(ProofRefused):
        next_head(step.head, stale, HASHES[5:])


def test_a_frontier_that_was_tampered_with_stops_the_log_before_it_signs() -> None:
    step = next_head(first_head(ORIGIN), Frontier(), HASHES[:5])
    forged, _ = Frontier().extend([*HASHES[:4], HASHES[20]])

    with pytest.raises(ProofRefused):
        next_head(step.head, forged, HASHES[5:])
