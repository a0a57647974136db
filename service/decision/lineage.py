"""
Say what became of a photo when somebody covered part of it.

Geometry only: whether anybody can still be recognised is for a human to say.
"""

from collections.abc import Iterable, Sequence

from service.decision.photos import Cover, CoverKind, Region

WHOLE = 1000
"""A picture is this wide and this high, whatever its pixels."""


def composed(before: Sequence[Cover], after: Sequence[Cover]) -> tuple[Cover, ...]:
    """
    Give the covers of a picture covered twice.

    All of them are on the picture before the first.
    """
    frame = frame_of(before)
    later = [Cover(each.kind, _within(each.region, frame)) for each in after]
    is_cut_again = any(each.kind is CoverKind.CROP for each in later)
    kept = [each for each in before if not (is_cut_again and each.kind is CoverKind.CROP)]
    return (*kept, *later)


def frame_of(covers: Iterable[Cover]) -> Region:
    """
    Give the part of the picture that is kept.
    """
    cuts = (each.region for each in covers if each.kind is CoverKind.CROP)
    return next(cuts, Region(0, 0, WHOLE, WHOLE))


def is_hidden(region: Region, covers: Sequence[Cover]) -> bool:
    """
    Tell whether nothing of a region shows: cut away, or within one cover.
    """
    if not _overlap(region, frame_of(covers)):
        return True
    return any(
        each.kind is not CoverKind.CROP and _contains(each.region, region) for each in covers
    )


def _within(region: Region, frame: Region) -> Region:
    """
    Give, on the whole picture, a region of what is in the frame.
    """
    return Region(
        frame.left + region.left * frame.width // WHOLE,
        frame.top + region.top * frame.height // WHOLE,
        max(1, region.width * frame.width // WHOLE),
        max(1, region.height * frame.height // WHOLE),
    )


def _overlap(one: Region, other: Region) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def _contains(outer: Region, inner: Region) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.left + inner.width <= outer.left + outer.width
        and inner.top + inner.height <= outer.top + outer.height
    )
