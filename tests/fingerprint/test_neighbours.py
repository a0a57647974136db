"""
Every fingerprint within the radius is found, and no other.
"""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from service.fingerprint.neighbours import Hit, Neighbours
from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS

FINGERPRINT = some.binary(min_size=32, max_size=32)
ZERO = bytes(32)


def _with_bits(*positions: int) -> bytes:
    return sum(1 << position for position in set(positions)).to_bytes(32, "big")


def _near(seed: bytes) -> some.SearchStrategy[bytes]:
    """
    Draw fingerprints around *seed*, most of them near the radius.
    """
    flips = some.sets(some.integers(0, 255), max_size=80)
    start = int.from_bytes(seed, "big")
    return flips.map(
        lambda positions: (start ^ int.from_bytes(_with_bits(*positions), "big")).to_bytes(
            32, "big"
        )
    )


def _by_hand(
    stored: list[tuple[str, bytes]], probes: list[bytes], radius_bits: int
) -> list[tuple[str, int]]:
    nearest: dict[str, int] = {}
    for name, bits in stored:
        for probe in probes:
            distance = (int.from_bytes(bits, "big") ^ int.from_bytes(probe, "big")).bit_count()
            if distance <= min(radius_bits, nearest.get(name, 256)):
                nearest[name] = distance
    return sorted(nearest.items(), key=lambda hit: (hit[1], hit[0]))


@given(rest=some.data(), radius_bits=some.sampled_from([0, 1, 31, SIMILAR_RADIUS_BITS, 128, 256]))
@settings(max_examples=200)
def test_the_search_finds_what_comparing_all_by_hand_finds(
    rest: some.DataObject, radius_bits: int
) -> None:
    seed = rest.draw(FINGERPRINT)
    names = some.sampled_from(["asha", "bram", "chika", "dario", "emeka"])
    fingerprints = _near(seed) | FINGERPRINT
    batches = rest.draw(some.lists(some.lists(some.tuples(names, fingerprints), max_size=8)))
    probes = rest.draw(some.lists(_near(seed) | FINGERPRINT, max_size=8))
    neighbours: Neighbours[str] = Neighbours()
    for batch in batches:
        neighbours.add([name for name, _ in batch], [bits for _, bits in batch])

    stored = [pair for batch in batches for pair in batch]

    assert _by_hand(stored, probes, radius_bits) == neighbours.within(probes, radius_bits)
    assert len(stored) == len(neighbours)


def test_a_fingerprint_at_the_radius_is_found_and_one_beyond_is_not() -> None:
    neighbours: Neighbours[str] = Neighbours()
    neighbours.add(["at", "beyond"], [_with_bits(*range(56)), _with_bits(*range(57))])

    assert [("at", 56)] == neighbours.within([ZERO], SIMILAR_RADIUS_BITS)


def test_hits_come_nearest_first_and_then_by_their_ids() -> None:
    neighbours: Neighbours[int] = Neighbours()
    neighbours.add([9, 3, 7, 5], [_with_bits(1), _with_bits(2), ZERO, _with_bits(3)])

    assert [Hit(7, 0), Hit(3, 1), Hit(5, 1), Hit(9, 1)] == neighbours.within([ZERO], 1)


def test_many_fingerprints_over_many_blocks_are_all_kept() -> None:
    neighbours: Neighbours[int] = Neighbours()
    for start in range(0, 70_000, 7_000):
        numbers = range(start, start + 7_000)
        neighbours.add(numbers, [(number << 100).to_bytes(32, "big") for number in numbers])

    for number in (0, 1_023, 1_024, 16_383, 16_384, 65_536, 69_999):
        assert [(number, 0)] == neighbours.within([(number << 100).to_bytes(32, "big")], 0)


def test_nothing_is_near_where_nothing_is_held() -> None:
    neighbours: Neighbours[str] = Neighbours()
    neighbours.add([], [])

    assert [] == neighbours.within([ZERO], 256)
    assert [] == neighbours.within([], 256)


@pytest.mark.parametrize("bits", [b"", bytes(31), bytes(33), bytes(64)])
def test_what_is_no_fingerprint_is_refused(bits: bytes) -> None:
    neighbours: Neighbours[str] = Neighbours()

    with pytest.raises(ValueError, match="256 bits"):
        neighbours.add(["asha"], [bits])
    with pytest.raises(ValueError, match="256 bits"):
        neighbours.within([bits], 3)
    assert 0 == len(neighbours)


def test_a_fingerprint_without_an_id_is_refused() -> None:
    neighbours: Neighbours[str] = Neighbours()

    with pytest.raises(ValueError, match="needs an id"):
        neighbours.add(["asha"], [ZERO, ZERO])


def test_a_search_sees_all_that_was_added_before_it_began() -> None:
    neighbours: Neighbours[int] = Neighbours()
    missed: list[int] = []

    def search() -> None:
        for _ in range(200):
            before = len(neighbours)
            found = {hit.id for hit in neighbours.within([ZERO], 256)}
            missed.extend(number for number in range(before) if number not in found)

    searching = threading.Thread(target=search)
    searching.start()
    for number in range(3_000):
        neighbours.add([number], [number.to_bytes(32, "big")])
    searching.join()

    assert [] == missed
