"""
Say what became of a photo when somebody covered part of it.

Whether anybody can still be recognised is for a human to say; here is only where to
look, and what follows from it.
"""

from collections.abc import Iterable, Sequence

from service.decision.ids import PersonId, PhotoId
from service.decision.photos import (
    HOLDS_FOR_SURE,
    Cover,
    CoverKind,
    Photo,
    Picture,
    Region,
    Resemblance,
)
from service.decision.terms import MatchClass

WHOLE = 1000
"""A picture is this wide and this high, whatever its pixels."""


def are_relatives(one: Photo, other: Photo) -> bool:
    """
    Tell whether one was made of the other, or both of the same photo.
    """
    return bool(_line_of(one) & _line_of(other))


def hidden_in(picture: Picture, known: Photo, relative: Resemblance) -> frozenset[PersonId]:
    """
    Give who of a relative is covered in the photo that a picture is.

    Nobody, where the picture may as well be a copy of the relative: what was covered is
    then too small for copies to be told apart by it.
    """
    if known.attestation is None or not are_relatives(known, relative.photo):
        return frozenset()
    is_the_file = picture.match in HOLDS_FOR_SURE
    if not is_the_file and relative.match in {*HOLDS_FOR_SURE, MatchClass.VERIFIED_COPY}:
        return frozenset()
    return known.attestation.hidden_person_ids


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


def _line_of(photo: Photo) -> frozenset[PhotoId]:
    return frozenset({photo.id, *(photo.lineage.ancestor_ids if photo.lineage else ())})
