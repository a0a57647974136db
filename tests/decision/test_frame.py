"""
Who may have been cut away from a picture, and who not.
"""

from hypothesis import given
from hypothesis import strategies as some

from service.decision.frame import MARGIN, Corner, cut_away
from service.decision.ids import PersonId
from service.decision.photos import Depiction, Region

LEA, TOM = PersonId("lea"), PersonId("tom")
LEFT_HALF = ((0, 0), (500, 0), (500, 1000), (0, 1000))
WHOLE = ((0, 0), (1000, 0), (1000, 1000), (0, 1000))
DIAMOND = ((500, 0), (1000, 500), (500, 1000), (0, 500))


def _at(person_id: PersonId, *region: int) -> Depiction:
    return Depiction(person_id, region=Region(*region))


regions = some.builds(
    Region,
    left=some.integers(0, 999),
    top=some.integers(0, 999),
    width=some.integers(1, 1000),
    height=some.integers(1, 1000),
)
frames = some.sampled_from((LEFT_HALF, WHOLE, DIAMOND))


def test_whoever_is_outside_of_what_is_seen_was_cut_away() -> None:
    people = (_at(LEA, 100, 100, 200, 300), _at(TOM, 700, 100, 200, 300))

    assert {TOM} == cut_away(people, LEFT_HALF)
    assert set() == cut_away(people, WHOLE)


def test_an_elbow_at_the_edge_is_still_in_it() -> None:
    touching = _at(TOM, 500 + MARGIN, 100, 200, 300)
    beyond = _at(TOM, 501 + MARGIN, 100, 200, 300)

    assert set() == cut_away([touching], LEFT_HALF)
    assert {TOM} == cut_away([beyond], LEFT_HALF)


def test_a_corner_that_a_turned_frame_leaves_out_counts() -> None:
    assert {TOM} == cut_away([_at(TOM, 0, 0, 200, 200)], DIAMOND)
    assert set() == cut_away([_at(TOM, 0, 0, 300, 300)], DIAMOND)


def test_nobody_without_a_region_is_called_cut_away() -> None:
    assert set() == cut_away([Depiction(LEA)], LEFT_HALF)


def test_somebody_seen_twice_is_cut_away_only_as_a_whole() -> None:
    out, inside = _at(TOM, 700, 0, 100, 100), _at(TOM, 100, 0, 100, 100)

    assert set() == cut_away([out, inside], LEFT_HALF)
    assert set() == cut_away([out, Depiction(TOM)], LEFT_HALF)
    assert {TOM} == cut_away([out, out], LEFT_HALF)


def test_nobody_is_cut_away_when_nobody_knows_what_is_seen() -> None:
    assert set() == cut_away([_at(TOM, 0, 0, 1, 1)], ())


@given(region=regions, seen=frames, across=some.floats(0, 1), down=some.floats(0, 1))
def test_nobody_with_a_point_in_the_frame_is_cut_away(
    region: Region, seen: tuple[Corner, ...], across: float, down: float
) -> None:
    x, y = region.left + across * region.width, region.top + down * region.height

    if _contains(seen, x, y):
        assert set() == cut_away([Depiction(LEA, region=region)], seen)


@given(region=regions, seen=frames)
def test_which_way_round_the_corners_are_told_changes_nothing(
    region: Region, seen: tuple[Corner, ...]
) -> None:
    person = Depiction(LEA, region=region)

    assert cut_away([person], seen) == cut_away([person], seen[::-1])


def _contains(shape: tuple[Corner, ...], x: float, y: float) -> bool:
    """
    Tell whether a point is on the inner side of every side, clockwise as told.
    """
    turned = (*shape[1:], shape[0])
    return all(
        (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) >= 0
        for (x1, y1), (x2, y2) in zip(shape, turned, strict=True)
    )
