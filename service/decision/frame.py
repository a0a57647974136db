"""
Say who of a registered photo may still be seen in a part of it.

It never clears anybody: it only says where to look, and a human says who is still
visible (design rule 3).
"""

from collections.abc import Iterable, Sequence

from service.decision.ids import PersonId
from service.decision.photos import Depiction, Region

Corner = tuple[int, int]
"""Across and down, in thousandths of the registered photo."""

MARGIN = 20
"""Nobody is called cut away who is so near to the edge, in thousandths."""


def cut_away(depictions: Iterable[Depiction], seen: Sequence[Corner]) -> frozenset[PersonId]:
    """
    Give the people of whom nothing is in the part that is *seen*.

    Whoever is anywhere without a marked region may be anywhere.

    Args:
        seen: The corners of a convex part of the photo, in order; none is unknown.
    """
    if len(seen) < 3:  # noqa: PLR2004 # corners of the least there can be
        return frozenset()
    people: dict[PersonId, bool] = {}
    for each in depictions:
        is_out = each.region is not None and _apart(_corners(each.region), seen)
        people[each.person_id] = people.get(each.person_id, True) and is_out
    return frozenset(person_id for person_id, is_out in people.items() if is_out)


def _corners(region: Region) -> list[Corner]:
    left, top = region.left - MARGIN, region.top - MARGIN
    right, bottom = region.left + region.width + MARGIN, region.top + region.height + MARGIN
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _apart(one: Sequence[Corner], other: Sequence[Corner]) -> bool:
    """
    Tell whether two convex shapes have nothing in common.

    Then a line along a side of either has one on each of its sides (separating axes).
    """
    return any(
        max(_along(axis, one)) < min(_along(axis, other))
        or max(_along(axis, other)) < min(_along(axis, one))
        for shape in (one, other)
        for axis in _axes(shape)
    )


def _axes(shape: Sequence[Corner]) -> list[Corner]:
    """
    Give a direction across each side.
    """
    turned = [*shape[1:], shape[0]]
    return [(y1 - y2, x2 - x1) for (x1, y1), (x2, y2) in zip(shape, turned, strict=True)]


def _along(axis: Corner, shape: Sequence[Corner]) -> list[int]:
    return [axis[0] * x + axis[1] * y for x, y in shape]
