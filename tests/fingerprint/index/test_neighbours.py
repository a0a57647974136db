"""
Every fingerprint within the radius is found, and no other, whoever searches.
"""

import threading
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from service.fingerprint.index.kernels import Kernel
from service.fingerprint.index.neighbours import Hit, Neighbours
from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS

FINGERPRINT = some.binary(min_size=32, max_size=32)
RADIUS = some.sampled_from([0, 1, 31, SIMILAR_RADIUS_BITS, 128, 200, 255, 256])
ZERO = bytes(32)
ONE_BLOCK = 64


def _with_bits(*positions: int) -> bytes:
    return sum(1 << position for position in set(positions)).to_bytes(32, "big")


def _numbered(number: int) -> str:
    return str(UUID(int=number))


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


@given(rest=some.data(), radius_bits=RADIUS)
@settings(max_examples=150)
def test_the_search_finds_what_comparing_all_by_hand_finds(
    both_kernels: tuple[Kernel, Kernel], rest: some.DataObject, radius_bits: int
) -> None:
    seed = rest.draw(FINGERPRINT)
    names = some.sampled_from(["asha", "bram", _numbered(3), _numbered(4), _numbered(5)])
    fingerprints = _near(seed) | FINGERPRINT
    batches = rest.draw(some.lists(some.lists(some.tuples(names, fingerprints), max_size=40)))
    probes = rest.draw(some.lists(_near(seed) | FINGERPRINT, max_size=8))
    stored = [pair for batch in batches for pair in batch]
    expected = _by_hand(stored, probes, radius_bits)

    for kernel in both_kernels:
        neighbours = Neighbours(kernel, page_rows=ONE_BLOCK)
        for batch in batches:
            neighbours.add([name for name, _ in batch], [bits for _, bits in batch])

        assert expected == neighbours.within(probes, radius_bits), kernel.name
        assert len(stored) == len(neighbours)


@given(
    seed=FINGERPRINT,
    spread=some.integers(0, 60),
    radius_bits=RADIUS,
    probes=some.lists(some.integers(0, 2**256 - 1), min_size=1, max_size=5),
)
@settings(max_examples=25, deadline=None)
def test_many_loaded_at_once_are_put_in_order_and_none_is_lost(
    both_kernels: tuple[Kernel, Kernel],
    seed: bytes,
    spread: int,
    radius_bits: int,
    probes: list[int],
) -> None:
    """
    Fingerprints in a row differ in few bits, as those of one series of photos do.
    """
    start, count = int.from_bytes(seed, "big"), 2_100
    numbers = [start ^ (number * number << spread) for number in range(count)]
    bits = [(number % 2**256).to_bytes(32, "big") for number in numbers]
    ids = [_numbered(number) for number in range(count)]
    asked = [bits[each % count] for each in probes] + [each.to_bytes(32, "big") for each in probes]
    expected = _by_hand(list(zip(ids, bits, strict=True)), asked, radius_bits)

    for kernel in both_kernels:
        neighbours = Neighbours(kernel)
        neighbours.add(ids[:1_500], bits[:1_500])
        neighbours.add(ids[1_500:], bits[1_500:])

        assert expected == neighbours.within(asked, radius_bits), kernel.name


def test_a_fingerprint_at_the_radius_is_found_and_one_beyond_is_not(kernel: Kernel) -> None:
    neighbours = Neighbours(kernel)
    neighbours.add(["at", "beyond"], [_with_bits(*range(56)), _with_bits(*range(57))])

    assert [("at", 56)] == neighbours.within([ZERO], SIMILAR_RADIUS_BITS)


def test_hits_come_nearest_first_and_then_by_their_ids(kernel: Kernel) -> None:
    neighbours = Neighbours(kernel)
    neighbours.add(
        ["9", "3", "7", "5"], [_with_bits(1), _with_bits(2), ZERO, _with_bits(3)]
    )  # fmt: skip

    assert [Hit("7", 0), Hit("3", 1), Hit("5", 1), Hit("9", 1)] == neighbours.within([ZERO], 1)


def test_many_fingerprints_over_many_pages_are_all_kept(kernel: Kernel) -> None:
    neighbours = Neighbours(kernel, page_rows=16_384)
    for start in range(0, 70_000, 7_000):
        numbers = range(start, start + 7_000)
        neighbours.add(
            [_numbered(number) for number in numbers],
            [(number << 100).to_bytes(32, "big") for number in numbers],
        )

    for number in (0, 1_023, 1_024, 16_383, 16_384, 65_536, 69_999):
        probe = (number << 100).to_bytes(32, "big")
        assert [(_numbered(number), 0)] == neighbours.within([probe], 0)


def test_fingerprints_keep_their_ids_when_a_page_is_put_in_order(kernel: Kernel) -> None:
    """
    They come one by one, the last first, so that whenever a page grows all are moved.
    """
    numbers = range(2_000, 0, -1)
    stored = {
        _numbered(number) if number % 3 else f"odd {number}": (number << 240).to_bytes(32, "big")
        for number in numbers
    }
    neighbours = Neighbours(kernel)
    for name, bits in stored.items():
        neighbours.add([name], [bits])

    assert stored == {
        hit.id: bits for bits in stored.values() for hit in neighbours.within([bits], 0)
    }


def test_more_hits_than_anybody_expects_are_all_given(kernel: Kernel) -> None:
    neighbours = Neighbours(kernel)
    ids = [_numbered(number) for number in range(10_000)]
    neighbours.add(ids, [ZERO] * len(ids))

    assert [(each, 0) for each in ids] == neighbours.within([ZERO, _with_bits(1)], 1)


def test_nothing_is_near_where_nothing_is_held(kernel: Kernel) -> None:
    neighbours = Neighbours(kernel)
    neighbours.add([], [])

    assert [] == neighbours.within([ZERO], 256)
    assert [] == neighbours.within([], 256)


@pytest.mark.parametrize("bits", [b"", bytes(31), bytes(33), bytes(64)])
def test_what_is_no_fingerprint_is_refused(bits: bytes) -> None:
    neighbours = Neighbours()

    with pytest.raises(ValueError, match="256 bits"):
        neighbours.add(["asha"], [bits])
    with pytest.raises(ValueError, match="256 bits"):
        neighbours.within([bits], 3)
    assert 0 == len(neighbours)


def test_a_fingerprint_without_an_id_is_refused() -> None:
    neighbours = Neighbours()

    with pytest.raises(ValueError, match="needs an id"):
        neighbours.add(["asha"], [ZERO, ZERO])


@pytest.mark.parametrize("page_rows", [1_024, 16_384])
def test_a_search_sees_all_that_was_added_before_it_began(kernel: Kernel, page_rows: int) -> None:
    neighbours = Neighbours(kernel, page_rows)
    missed: list[int] = []

    def search() -> None:
        for _ in range(60):
            before = len(neighbours)
            found = {hit.id for hit in neighbours.within([ZERO], 256)}
            missed.extend(number for number in range(before) if _numbered(number) not in found)

    searching = threading.Thread(target=search)
    searching.start()
    for number in range(3_000):
        neighbours.add([_numbered(number)], [number.to_bytes(32, "big")])
    searching.join()

    assert [] == missed


@pytest.mark.parametrize("page_rows", [1_024, 16_384])
def test_searches_under_way_never_find_what_is_not_there(kernel: Kernel, page_rows: int) -> None:
    """
    Room that is not used yet looks like a fingerprint of zeros.
    """
    neighbours = Neighbours(kernel, page_rows)
    far = _with_bits(*range(256))
    surprises: list[Hit] = []

    def search() -> None:
        for _ in range(300):
            surprises.extend(neighbours.within([ZERO], SIMILAR_RADIUS_BITS))

    searching = threading.Thread(target=search)
    searching.start()
    for number in range(3_000):
        neighbours.add([_numbered(number)], [far])
    searching.join()

    assert [] == surprises
