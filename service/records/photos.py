"""
Hold registered photos and what people said of them.

A clip or a document is one photo with stills.  A still is stored like a photo, so that
it is found like one, but its identifier says whose still it is and where in the whole
it is seen; nobody says anything of a still, everything is said of the whole.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from service.decision.ids import ActorId, PersonId, PhotoId
from service.decision.photos import Attestation, Depiction, Lineage, Rights


@dataclass(frozen=True, slots=True)
class Recipe:
    """
    Say how evidence is made: only what is of one recipe is compared.
    """

    algorithm: str
    version: int


@dataclass(frozen=True, slots=True)
class Recipes:
    """
    The two kinds of evidence as they are made today.
    """

    fingerprint: Recipe
    features: Recipe


@dataclass(frozen=True, slots=True)
class FingerprintRecord:
    """
    A fingerprint; treated as the picture itself, so never shown.
    """

    algorithm: str
    version: int
    bits: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FeaturesRecord:
    """
    What a picture is known by part for part; treated as the picture itself.
    """

    algorithm: str
    version: int
    features: bytes = field(repr=False)
    """To lay another picture over it, point for point."""
    sketch: bytes = field(repr=False)
    """What of them is held in memory, to think of this picture at all."""


@dataclass(frozen=True, slots=True)
class ViewsRecord:
    """
    Hold the features of a picture in each way it may be shown.
    """

    algorithm: str
    version: int
    views: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    What is kept of a photo to lay another picture over it.
    """

    preview: bytes = field(repr=False)
    features: bytes = field(repr=False)


CLIP_FORMATS: Final = frozenset({"mp4", "mov", "webm"})
"""What moves: there is more to be asked of whoever is in it."""

DOCUMENT_FORMATS: Final = frozenset({"pdf"})
"""What has words to be read for names."""

STILL_MARK: Final = ":"
"""Between the identifier of the whole and the place of the still; in no other one."""
_SECOND: Final = "t"
_PAGE: Final = "p"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """
    Where in a clip or a document something is seen: one of the two.
    """

    at_seconds: int | None = None
    page: int | None = None


def still_id(whole_id: PhotoId, place: Place, number: int) -> PhotoId:
    """
    Name the *number*-th still of a whole.
    """
    mark, where = (_PAGE, place.page) if place.at_seconds is None else (_SECOND, place.at_seconds)
    return PhotoId(f"{whole_id}{STILL_MARK}{mark}{where}.{number}")


def whole_of(photo_id: PhotoId) -> tuple[PhotoId, Place | None]:
    """
    Give the photo to speak of, and the place if *photo_id* is a still.
    """
    whole_id, _, where = photo_id.partition(STILL_MARK)
    if not where:
        return photo_id, None
    number = int(where[1:].partition(".")[0])
    is_page = where.startswith(_PAGE)
    return PhotoId(whole_id), Place(page=number) if is_page else Place(at_seconds=number)


def mark_of_stills(whole_id: PhotoId) -> bytes:
    """
    Give what stands in each still of a whole where a photo has its digest.

    It finds them together, and is no digest of any file.
    """
    return f"{whole_id}{STILL_MARK}".encode()


@dataclass(frozen=True, slots=True)
class PhotoOwners:
    """
    Whom a photo has to do with: all that is asked before it is shown.
    """

    photo_id: PhotoId
    actor_ids: tuple[ActorId, ...]
    """Who registered it, and who said last who is in it."""
    person_ids: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """
    A registered photo; the original is not kept.
    """

    id: PhotoId
    digest_bytes: bytes = field(repr=False)
    """SHA-256 of the file; of a still the mark that its whole gives it."""
    digest_pixels: bytes = field(repr=False)
    """Digest of the upright pixels."""
    format: str
    width_px: int
    height_px: int
    textureless: bool
    fingerprint: FingerprintRecord = field(repr=False)
    features: FeaturesRecord | None = field(default=None, repr=False)
    """None without a preview to compare with.

    Only while it is registered; read through `Photos.likenesses` afterwards.
    """
    preview: bytes | None = field(default=None, repr=False)
    """Small JPEG, encrypted at rest; None when switched off."""
    title: str = ""
    intimate: bool = False
    public_place: bool = False
    registered_at: datetime | None = None
    registered_by: ActorId | None = None
    lineage: Lineage | None = None
    """Made of another photo by covering part of it."""
    words: str | None = field(default=None, repr=False)
    """What is written in a document.

    Only while it is registered; read through `Photos.words` afterwards.
    """
    stills: "tuple[PhotoRecord, ...]" = field(default=(), repr=False)
    """Only while it is registered; each is found by itself afterwards."""


@dataclass(frozen=True, slots=True)
class DepictionSet:
    """
    Everybody who is in a photo, in one version.
    """

    photo_id: PhotoId
    depictions: tuple[Depiction, ...]

    @property
    def id(self) -> str:
        """
        Give the photo's identifier: one set a photo.
        """
        return self.photo_id


@dataclass(frozen=True, slots=True)
class AttestationRecord:
    """
    An attestation: who looked, at which set of people.
    """

    photo_id: PhotoId
    attestation: Attestation
    depictions_version: int
    """The version of the depictions that was attested; a later one needs a new look."""
    attested_at: datetime
    attested_by: ActorId


@dataclass(frozen=True, slots=True)
class RightsRecord:
    """
    The rights of a photo, in one version.
    """

    photo_id: PhotoId
    rights: Rights

    @property
    def id(self) -> str:
        """
        Give the photo's identifier: one set of rights a photo.
        """
        return self.photo_id
