"""
The photo that a picture was made of comes before all others.
"""

import threading
from dataclasses import replace

import pytest

from service.fingerprint.features.values import Views
from service.fingerprint.index.candidates import COMPILED_FROM, Candidates
from service.fingerprint.index.finding import Finder
from service.fingerprint.index.sketch import SKETCH_POINTS, sketch_of
from tests.fingerprint.index.described import features_of, part_of, views_of


def _holding(*seeds: int) -> Candidates:
    held = Candidates()
    held.add([f"photo-{seed}" for seed in seeds], [sketch_of(features_of(seed)) for seed in seeds])
    return held


def _asked(seed: int, points: int = 40) -> bytes:
    return views_of(part_of(features_of(seed), 0, points)).to_bytes()


def test_a_part_of_a_photo_finds_it_first() -> None:
    held = _holding(*range(1, 40))

    assert ["photo-7"] == [each for each, _ in held.find(_asked(7), 8)]


@pytest.mark.parametrize("shown", ["straight", "mirrored", "inverted"])
def test_a_photo_is_found_in_whatever_way_it_is_shown(shown: str) -> None:
    held = _holding(*range(1, 10))
    elsewhere = features_of(99, 40)
    views = Views(elsewhere, elsewhere, elsewhere)
    shown_so = replace(views, **{shown: part_of(features_of(3), 0, 40)})

    assert ["photo-3"] == [each for each, _ in held.find(shown_so.to_bytes(), 8)]


def test_photos_with_as_many_votes_come_in_the_order_of_their_ids() -> None:
    same = sketch_of(features_of(1))
    held = Candidates()
    held.add(["b", "c"], [same, same])
    held.add(["a"], [same])
    found = held.find(_asked(1), 8)

    assert ["a", "b", "c"] == [each for each, _ in found]
    assert 1 == len({votes for _, votes in found})
    assert found[:2] == held.find(_asked(1), 2)


def test_a_photo_of_several_stills_is_named_once() -> None:
    held = Candidates()
    held.add(["film"] * 3, [sketch_of(features_of(seed)) for seed in (1, 2, 1)])
    held.add(["still"], [sketch_of(features_of(1))])

    assert ["film", "still"] == [each for each, _ in held.find(_asked(1), 2)]


def test_a_picture_in_which_nothing_stands_out_finds_nothing(finder: Finder) -> None:
    held = Candidates(finder)
    held.add(["blank"], [sketch_of(part_of(features_of(1), 0, 0))])

    assert [] == held.find(_asked(1), 8)

    held.add(["photo-1", "plain"], [sketch_of(features_of(1)), b""])

    assert [] == held.find(b"", 8)
    assert [] == held.find(_asked(1, points=0), 8)
    assert ["photo-1"] == [each for each, _ in held.find(_asked(1), 8)]
    assert 2 == len(held)


def test_nothing_is_found_where_nothing_is_held() -> None:
    assert [] == Candidates().find(_asked(1), 8)


def test_photos_added_one_by_one_are_found_like_those_loaded_at_once() -> None:
    seeds = range(1, 60)
    one_by_one = Candidates()
    for seed in seeds:
        one_by_one.add([f"photo-{seed}"], [sketch_of(features_of(seed))])
    at_once = _holding(*seeds)

    assert len(at_once) == len(one_by_one)
    assert [at_once.find(_asked(seed), 8) for seed in seeds] == [
        one_by_one.find(_asked(seed), 8) for seed in seeds
    ]


def test_a_search_sees_all_that_was_added_before_it_began() -> None:
    held = Candidates()
    asked = _asked(1)
    same = sketch_of(features_of(1))
    missed: list[int] = []

    def search() -> None:
        for _ in range(20):
            before = len(held)
            found = {each for each, _ in held.find(asked, 1_000)}
            missed.extend(number for number in range(before) if f"{number}" not in found)

    searching = threading.Thread(target=search)
    searching.start()
    for number in range(100):
        held.add([f"{number}"], [same])
    searching.join()

    assert [] == missed


def test_where_memory_is_short_fewer_points_are_held_of_each_photo() -> None:
    seeds = range(1, 101)
    roomy, tight = Candidates(), Candidates(most_bytes=60_000)
    for held in (roomy, tight):
        for seed in seeds:
            held.add([f"photo-{seed}"], [sketch_of(features_of(seed))])

    assert 190_000 < roomy.nbytes
    assert 60_000 > tight.nbytes
    assert len(roomy) == len(tight)
    assert all(f"photo-{seed}" == tight.find(_asked(seed), 1)[0][0] for seed in seeds)


def test_where_memory_is_shorter_than_anything_a_dozen_points_are_held() -> None:
    held = Candidates(most_bytes=0)
    held.add(["photo-1", "photo-2"], [sketch_of(features_of(seed)) for seed in (1, 2)])
    held.add(["photo-3"], [sketch_of(features_of(3))])

    assert ["photo-3"] == [each for each, _ in held.find(_asked(3), 8)]


def test_small_organisations_do_not_wait_for_a_compiler() -> None:
    same = sketch_of(part_of(features_of(1), 0, 12))
    held = Candidates()
    held.add(["asha"] * (COMPILED_FROM - 1), [same] * (COMPILED_FROM - 1))
    before = held.finder.name
    held.add(["asha"], [same])

    assert ("numpy", "numba") == (before, held.finder.name)


def test_a_series_of_like_photos_comes_before_what_is_like_none() -> None:
    """
    Each spot is on all of them, and tells less; there are many such spots.
    """
    held = _holding(*range(2, 40))
    held.add([f"like-{number}" for number in range(200)], [sketch_of(features_of(1))] * 200)
    found = [each for each, _ in held.find(_asked(1, points=300), 8)]

    assert [True] * 8 == [each.startswith("like-") for each in found]


def test_a_sketch_is_small_and_always_the_same() -> None:
    sketch = sketch_of(features_of(1))

    assert sketch == sketch_of(features_of(1))
    assert 8 * SKETCH_POINTS + 3 == len(sketch)


def _broken() -> list[bytes]:
    sketch = sketch_of(features_of(1))
    return [b"OS", b"XX\x01", sketch[:-1], sketch + bytes(8), sketch[:3] + b"\xff" * 48]


@pytest.mark.parametrize("kept", _broken())
def test_bytes_that_are_no_sketch_are_refused(kept: bytes) -> None:
    held = Candidates()

    with pytest.raises(ValueError, match="sketch"):
        held.add(["asha", "bram"], [sketch_of(features_of(1)), kept])
    assert 0 == len(held)


def test_a_sketch_without_an_id_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an id"):
        Candidates().add(["asha"], [b"", b""])


def test_bytes_that_are_no_views_are_refused() -> None:
    with pytest.raises(ValueError, match="views"):
        _holding(1).find(b"OV\x01 and more", 8)
