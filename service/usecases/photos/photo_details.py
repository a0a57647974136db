"""
Say what can be told about a photo, and accept it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.decision.ids import PhotoId
from service.decision.lineage import WHOLE
from service.decision.people import in_force
from service.decision.photos import Cover, CoverKind, Depiction, Region, Rights
from service.errors import ImpossibleDates, InvalidInput, NotFound
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person

MAX_PEOPLE = 200
MAX_COVERS = 100


@dataclass(frozen=True, slots=True)
class AttestationDetails:
    """
    What somebody says who looked at a photo.
    """

    complete: bool
    """`These are all the recognisable people`; False: somebody else is visible."""
    informed: bool = False
    compared_photo_ids: frozenset[PhotoId] = frozenset()
    depictions_version: int | None = None
    """Which set of people was looked at; None is the present one."""
    nobody_under_covers: bool = False
    """Of a photo made by covering: who was covered cannot be recognised any more."""
    obscured: bool = False
    """Somebody was blurred or covered before it was registered; once said, it stays so."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """
    A photo is made of a registered one by covering part of it.
    """

    photo_id: PhotoId
    covers: tuple[Cover, ...]


@dataclass(frozen=True, slots=True)
class PhotoDetails:
    """
    A photo to register and everything known of it.
    """

    upload: Upload
    title: str = ""
    intimate: bool = False
    public_place: bool = False
    depictions: tuple[Depiction, ...] = ()
    attestation: AttestationDetails | None = None
    rights: Rights | None = None
    derived_from: Derivation | None = None


def check_covers(covers: Sequence[Cover], field: str) -> tuple[Cover, ...]:
    """
    Accept what is covered in a picture.

    Raises:
        InvalidInput: Nothing, too much, or a region outside of the picture.
    """
    if not covers:
        raise InvalidInput("Say what is covered: at least one region.", field=field)
    if len(covers) > MAX_COVERS:
        raise InvalidInput(f"At most {MAX_COVERS} regions are covered.", field=field)
    for position, each in enumerate(covers):
        _check_region(each.region, f"{field}.{position}.region")
    if sum(each.kind is CoverKind.CROP for each in covers) > 1:
        raise InvalidInput("A picture is cut to one region.", field=field)
    return tuple(covers)


def check_depictions(
    work: UnitOfWork, caller: Caller, depictions: Sequence[Depiction]
) -> tuple[Depiction, ...]:
    """
    Accept who is in a photo.

    Raises:
        InvalidInput: Somebody unknown, somebody twice, or a region outside of the
            picture; the field is `depictions.<position>`.
    """
    if len(depictions) > MAX_PEOPLE:
        raise InvalidInput(f"At most {MAX_PEOPLE} people are kept.", field="depictions")
    seen = set()
    for position, each in enumerate(depictions):
        field = f"depictions.{position}"
        if each.person_id in seen:
            raise InvalidInput("This person is named twice.", field=f"{field}.person_id")
        seen.add(each.person_id)
        if each.region is not None:
            _check_region(each.region, f"{field}.region")
        try:
            seen_person(work, caller, each.person_id)
        except NotFound:
            message = "There is no such person."
            raise InvalidInput(message, field=f"{field}.person_id") from None
    return tuple(depictions)


def check_photos(work: UnitOfWork, photo_ids: Iterable[PhotoId], field: str) -> None:
    """
    Refuse photos that are not registered.

    Raises:
        InvalidInput: Naming the *field*.
    """
    for photo_id in photo_ids:
        try:
            work.photos.get(photo_id)
        except NotFound:
            raise InvalidInput("There is no such photo.", field=field) from None


def checked_rights(work: UnitOfWork, rights: Rights) -> Rights:
    """
    Accept the rights of a photo, tidied.

    Raises:
        InvalidInput: Unusable words, or a channel that does not exist.
        ImpossibleDates: The licence ends before it begins.
    """
    from_on, until_on = rights.licence_from_on, rights.licence_until_on
    if from_on is not None and until_on is not None and not in_force(from_on, until_on, from_on):
        message = "The licence would end before it begins."
        raise ImpossibleDates(message, field="rights.licence_until_on")
    for channel_id in rights.licence_channel_ids or ():
        if work.channels.find(channel_id) is None:
            message = "There is no such channel."
            raise InvalidInput(message, field="rights.licence_channel_ids")
    return replace(
        rights,
        creator=text.line(rights.creator, "rights.creator", required=False),
        owner=text.line(rights.owner, "rights.owner", required=False),
        licence=text.line(rights.licence, "rights.licence", required=False),
        credit_line=text.line(rights.credit_line, "rights.credit_line", required=False),
    )


def _check_region(region: Region, field: str) -> None:
    """
    Refuse a region that is empty or not inside of the picture.
    """
    is_inside = (
        region.left >= 0
        and region.top >= 0
        and region.width >= 1
        and region.height >= 1
        and region.left + region.width <= WHOLE
        and region.top + region.height <= WHOLE
    )
    if not is_inside:
        message = f"A region lies inside of the picture, in parts of {WHOLE}."
        raise InvalidInput(message, field=field)
