"""
Every point near a spot is found, and no other, whoever searches.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from service.fingerprint.index.finding import NEAR_BITS, NEAR_WORD_BITS, WORTH_SHARING, Finder
from service.fingerprint.index.ids import Ids
from service.fingerprint.index.shelf import Shelf
from service.fingerprint.index.sketch import CODE_BITS, WORD_BITS

CODE = some.integers(0, 2**64 - 1)
PHOTOS = 5


def _flipped(places: set[int]) -> int:
    return sum(1 << place for place in places)


def _near(code: int) -> some.SearchStrategy[int]:
    """
    Draw codes around *code*, in and behind the word, and of whatever grade.
    """
    flips = some.tuples(
        some.sets(some.integers(64 - WORD_BITS, 63), max_size=NEAR_WORD_BITS + 1),
        some.sets(some.integers(0, 63 - WORD_BITS), max_size=NEAR_BITS + 3),
    )
    return flips.map(lambda both: code ^ _flipped(both[0] | both[1]))


def _shelf(points: list[tuple[int, int]]) -> Shelf:
    """
    Give a shelf of codes, each with the row of its photo.
    """
    return Shelf.of(
        Ids.of([str(row) for row in range(PHOTOS)]),
        np.array([code for code, _ in points], np.uint64),
        np.array([row for _, row in points], np.uint16),
    )


def _by_hand(points: list[tuple[int, int]], spots: list[int]) -> set[tuple[int, int]]:
    return {
        (number, row)
        for number, spot in enumerate(spots)
        for code, row in points
        if ((code ^ spot) >> (64 - WORD_BITS)).bit_count() <= NEAR_WORD_BITS
        and ((code ^ spot) >> (64 - CODE_BITS)).bit_count() <= NEAR_BITS
    }


def _found(finder: Finder, shelf: Shelf, spots: list[int]) -> list[tuple[int, int]]:
    found_spots, rows = finder.found(shelf, np.array(spots, np.uint64))
    return sorted(zip(found_spots.tolist(), rows.tolist(), strict=True))


@given(rest=some.data())
@settings(max_examples=150)
def test_what_comparing_all_by_hand_finds_is_found_once(
    both_finders: tuple[Finder, Finder], rest: some.DataObject
) -> None:
    seeds = rest.draw(some.lists(CODE, min_size=1, max_size=4))
    codes = some.sampled_from(seeds).flatmap(_near)
    points = rest.draw(some.lists(some.tuples(codes | CODE, some.integers(0, PHOTOS - 1))))
    spots = rest.draw(some.lists(codes | CODE, max_size=6))

    expected = sorted(_by_hand(points, spots))

    for finder in both_finders:
        assert expected == _found(finder, _shelf(points), spots), finder.name


@given(rest=some.data())
@settings(max_examples=50, deadline=None)
def test_many_points_have_longer_words_and_none_is_lost(
    both_finders: tuple[Finder, Finder], rest: some.DataObject
) -> None:
    chance = np.random.default_rng(rest.draw(some.integers(0, 2**32)))
    many = chance.integers(0, 2**64, 3_000, np.uint64).tolist()
    points = [(code, number % PHOTOS) for number, code in enumerate(many)]
    spots = [rest.draw(_near(code)) for code in many[:: rest.draw(some.integers(200, 900))]]

    expected = sorted(_by_hand(points, spots))

    for finder in both_finders:
        assert expected == _found(finder, _shelf(points), spots), finder.name


def test_more_than_anybody_expects_is_all_found(finder: Finder) -> None:
    points = [(number << 4, number % PHOTOS) for number in range(60)]
    spots = [0] * 20_000

    assert 20_000 * PHOTOS == len(_found(finder, _shelf(points), spots))


@pytest.mark.parametrize("count", [0, 1, 2, 501])
def test_two_cores_find_together_what_one_would_find(
    count: int, both_finders: tuple[Finder, Finder]
) -> None:
    chance = np.random.default_rng(count)
    codes = chance.integers(0, 2**64, 3 * WORTH_SHARING, np.uint64)
    rows = (np.arange(len(codes)) % WORTH_SHARING).astype(np.uint16)
    shelf = Shelf.of(Ids.of([str(row) for row in range(WORTH_SHARING)]), codes, rows)
    spots = codes[:count].tolist()

    plain, compiled = both_finders
    found = _found(compiled, shelf, spots)

    assert _found(plain, shelf, spots) == found
    assert count <= len(found)


def test_a_word_that_is_everywhere_is_not_searched(finder: Finder) -> None:
    """
    Edges and letters are on every photo: reading them all would cost much and tell nothing.
    """
    chance = np.random.default_rng(1)
    others = [(code, 1) for code in chance.integers(2**63, 2**64, 60_000, np.uint64).tolist()]
    everywhere = [(0, 2)] * 3_000

    assert [] == _found(finder, _shelf(others + everywhere), [0])
    assert [(0, 2)] == _found(finder, _shelf(others + everywhere[:100]), [0])


def test_joined_and_thinned_shelves_hold_what_they_should(finder: Finder) -> None:
    far = 3 << 60  # two bits of the word
    first, second = [(far | 3, 1), (15, 0)], [(far, 4), (5, 2)]
    joined = _shelf(first).joined(_shelf(second))

    assert [(0, 1), (0, PHOTOS + 4), (1, 0), (1, PHOTOS + 2)] == _found(finder, joined, [far, 0])
    assert [(0, 1), (0, PHOTOS + 4)] == _found(finder, joined.thinned(4), [far, 0])
