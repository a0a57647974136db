"""
Find the registered photos that a picture is, or resembles.

What is sent may be many pictures, the stills of a clip or a document, and what is
registered too.  Each still is looked up like a picture, and what is found counts for
the whole it belongs to, with the places where it was seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from service.decision.ids import PhotoId
from service.decision.photos import Photo, Picture, Resemblance
from service.decision.terms import MatchClass
from service.records.photos import CLIP_FORMATS, FingerprintRecord, Place, whole_of
from service.usecases.ports.services import PictureLike
from service.usecases.ports.work import UnitOfWork

CLASS_ORDER = tuple(MatchClass)
MAX_SIMILAR = 50
"""More resemblances than a human can compare add nothing to the doubt."""
MAX_MATCHES = 200
"""The stills of a clip may each resemble others."""
MAX_SIGHTINGS = 20
"""More places than a human looks at."""
STILL_AT_BEST = MatchClass.ALTERED_COPY
"""A clip is more than its stills, a document more than is seen of its pages."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """
    Where in what was sent, and where in what is registered, a likeness is.

    Each None where that is a single picture.
    """

    sent: Place | None
    registered: Place | None

    @property
    def is_a_place(self) -> bool:
        """
        Tell whether it says more than that the two are alike.
        """
        return self.sent is not None or self.registered is not None


@dataclass(frozen=True, slots=True)
class Recognition:
    """
    The registered photos one picture was found to be, closest first.
    """

    matches: tuple[tuple[PhotoId, MatchClass], ...]
    textureless: bool = False
    notes: tuple[str, ...] = ()
    moving: bool = False
    sightings: Mapping[PhotoId, tuple[Sighting, ...]] = field(default_factory=dict)

    def picture(self, photos: Mapping[PhotoId, Photo]) -> Picture:
        """
        Give the picture as the rules see it, once its photos are gathered.
        """
        resemblances = tuple(
            Resemblance(photos[photo_id], match)
            for photo_id, match in self.matches
            if photo_id in photos
        )
        is_moving_photo = any(
            each.match is MatchClass.SAME_BYTES and each.photo.moving for each in resemblances
        )
        return Picture(
            resemblances=resemblances,
            textureless=self.textureless,
            moving=self.moving or is_moving_photo,
        )


def recognise(work: UnitOfWork, read: PictureLike, radius_bits: int) -> Recognition:
    """
    Look a picture up by bytes, pixels and fingerprint, in this transaction.
    """
    found: dict[PhotoId, MatchClass] = {}
    places: dict[PhotoId, dict[Sighting, None]] = {}
    for photo_id, match, sighting in _sighted(work, read, radius_bits):
        found[photo_id] = min(match, found.get(photo_id, match), key=CLASS_ORDER.index)
        if sighting.is_a_place:
            places.setdefault(photo_id, {})[sighting] = None
    return Recognition(
        _closest_first(found)[:MAX_MATCHES],
        read.textureless,
        tuple(read.notes),
        moving=read.format in CLIP_FORMATS,
        sightings={each: tuple(islice(seen, MAX_SIGHTINGS)) for each, seen in places.items()},
    )


def registered(photo_id: PhotoId) -> Recognition:
    """
    Speak of a photo by its id: it is that very photo.
    """
    return Recognition(((photo_id, MatchClass.SAME_BYTES),))


def _sighted(
    work: UnitOfWork, read: PictureLike, radius_bits: int
) -> Iterator[tuple[PhotoId, MatchClass, Sighting]]:
    """
    Give every photo that the file, or a still of it, is found to be.
    """
    for photo_id in work.photos.with_bytes(read.digest_bytes):
        yield photo_id, MatchClass.SAME_BYTES, Sighting(None, None)
    for picture in read.stills or (read,):
        is_still = bool(read.stills)
        # A black moment and a blank page are in every clip and document.
        if is_still and picture.textureless:
            continue
        sent = Place(picture.at_seconds, picture.page) if is_still else None
        for photo_id, match in look_up(work, picture, radius_bits).items():
            whole_id, place = whole_of(photo_id)
            at_best = max(match, STILL_AT_BEST, key=CLASS_ORDER.index) if is_still else match
            yield whole_id, at_best, Sighting(sent, place)


def look_up(
    work: UnitOfWork, picture: PictureLike, radius_bits: int
) -> Mapping[PhotoId, MatchClass]:
    """
    Find one picture, by what is seen, among all photos and stills.
    """
    found: dict[PhotoId, MatchClass] = dict.fromkeys(
        work.photos.with_pixels(picture.digest_pixels), MatchClass.SAME_PIXELS
    )
    if not picture.textureless:
        for photo_id, _ in work.photos.near(probes_of(picture), radius_bits)[:MAX_SIMILAR]:
            found.setdefault(photo_id, MatchClass.SIMILAR)
    return found


def probes_of(read: PictureLike) -> Sequence[FingerprintRecord]:
    """
    Give what is looked for: the picture in all its orientations.
    """
    return [FingerprintRecord(each.algorithm, each.version, each.bits) for each in read.probes]


def _closest_first(found: Mapping[PhotoId, MatchClass]) -> tuple[tuple[PhotoId, MatchClass], ...]:
    """
    Order matches by class, the photo registered last first.
    """
    newest = sorted(found.items(), key=lambda item: item[0], reverse=True)
    return tuple(sorted(newest, key=lambda item: CLASS_ORDER.index(item[1])))
