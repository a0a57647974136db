"""
The tree grows as RFC 6962 says, in whatever portions its leaves arrive.
"""

from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.failures import ProofRefused
from service.ledger.tree import EMPTY_ROOT, Frontier, Node, Peaks, leaf_hash, node_hash, root_of
from tests.ledger import naive
from tests.ledger.stored import Shelf, vectors

LEAVES = [bytes.fromhex(leaf) for leaf in vectors("rfc6962")["leaves"]]
ROOTS = [bytes.fromhex(root) for root in vectors("rfc6962")["roots"]]
MANY = [f"leaf {number}".encode() for number in range(64)]
HASHES = [leaf_hash(leaf) for leaf in MANY]


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_the_published_leaves_have_the_published_roots(size: int) -> None:
    assert ROOTS[size] == root_of(LEAVES[:size])


@pytest.mark.parametrize("size", range(len(MANY) + 1))
def test_every_way_to_a_root_leads_to_the_recursive_definition(size: int) -> None:
    frontier, _ = Frontier().extend(HASHES[:size])

    assert naive.tree_hash(MANY[:size]) == root_of(MANY[:size]) == frontier.root()


def test_a_leaf_cannot_be_passed_off_as_a_node() -> None:
    left, right = HASHES[:2]

    assert sha256(b"\x01" + left + right).digest() == node_hash(left, right)
    assert leaf_hash(left + right) != node_hash(left, right)


@given(st.lists(st.integers(0, len(MANY))))
def test_batch_boundaries_change_neither_nodes_nor_frontier(cuts: list[int]) -> None:
    whole, nodes = Frontier().extend(HASHES)
    borders = [0, *sorted(cuts), len(MANY)]

    frontier, found = Frontier(), list[Node]()
    for start, end in pairwise(borders):
        frontier, batch = frontier.extend(HASHES[start:end])
        found += batch

    assert (whole, list(nodes)) == (frontier, found)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 7, 8, 63])
def test_appending_one_leaf_is_extending_by_one(size: int) -> None:
    frontier, _ = Frontier().extend(HASHES[:size])

    assert frontier.extend(HASHES[size : size + 1])[0] == frontier.append(HASHES[size])


def test_each_finished_node_covers_the_leaves_that_its_place_says() -> None:
    _, nodes = Frontier().extend(HASHES)

    assert 2 * len(MANY) - 1 == len(nodes)
    for level, index, node in nodes:
        covered = MANY[index << level : (index + 1) << level]
        assert naive.tree_hash(covered) == node


@pytest.mark.parametrize("place", [0, 1])
def test_the_content_of_a_leaf_is_not_taken_for_its_hash(place: int) -> None:
    with pytest.raises(ProofRefused):
        Frontier().extend([*HASHES[:place], MANY[0], *HASHES[:2]])


def test_no_node_is_finished_twice() -> None:
    shelf, frontier = Shelf(), Frontier()

    for leaf in HASHES:
        frontier, nodes = frontier.extend([leaf])
        shelf.put(nodes)

    assert frontier.root() == shelf.at(6, 0)


@pytest.mark.parametrize("size", range(len(MANY) + 1))
def test_a_log_of_any_size_is_known_by_one_hash_for_each_bit(size: int) -> None:
    frontier, _ = Frontier().extend(HASHES[:size])

    assert (size, size.bit_count()) == (frontier.size, len(frontier.hashes))


@pytest.mark.parametrize(
    ("size", "hashes"),
    [
        (-1, ()),
        (-1, (EMPTY_ROOT,)),
        (0, (EMPTY_ROOT,)),
        (1, ()),
        (2, (EMPTY_ROOT, EMPTY_ROOT)),
        (3, (EMPTY_ROOT,)),
        (1, (EMPTY_ROOT[:31],)),
        (1, (EMPTY_ROOT + b"\x00",)),
    ],
)
def test_a_frontier_that_no_log_can_have_is_refused(size: int, hashes: tuple[bytes, ...]) -> None:
    with pytest.raises(ProofRefused):
        Frontier(size, hashes)


def test_a_reader_counts_and_adds_up_like_a_writer() -> None:
    peaks, frontier = Peaks(), Frontier()
    for leaf in HASHES:
        assert (frontier.size, frontier.root()) == (peaks.size, peaks.root())
        peaks.add(leaf)
        frontier = frontier.append(leaf)
