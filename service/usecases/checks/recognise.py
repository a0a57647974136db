"""
Find the registered photos that a picture is, or resembles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.decision.ids import PhotoId
from service.decision.photos import Photo, Picture, Resemblance
from service.decision.terms import MatchClass
from service.records.photos import FingerprintRecord
from service.usecases.ports.services import PictureLike
from service.usecases.ports.work import UnitOfWork

CLASS_ORDER = tuple(MatchClass)
MAX_SIMILAR = 50
"""More resemblances than a human can compare add nothing to the doubt."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """
    The registered photos one picture was found to be, closest first.
    """

    matches: tuple[tuple[PhotoId, MatchClass], ...]
    textureless: bool = False
    notes: tuple[str, ...] = ()

    def picture(self, photos: Mapping[PhotoId, Photo]) -> Picture:
        """
        Give the picture as the rules see it, once its photos are gathered.
        """
        return Picture(
            resemblances=tuple(
                Resemblance(photos[photo_id], match)
                for photo_id, match in self.matches
                if photo_id in photos
            ),
            textureless=self.textureless,
        )


def recognise(work: UnitOfWork, read: PictureLike, radius_bits: int) -> Recognition:
    """
    Look a picture up by bytes, pixels and fingerprint, in this transaction.
    """
    found: dict[PhotoId, MatchClass] = dict.fromkeys(
        work.photos.with_bytes(read.digest_bytes), MatchClass.SAME_BYTES
    )
    for photo_id in work.photos.with_pixels(read.digest_pixels):
        found.setdefault(photo_id, MatchClass.SAME_PIXELS)
    if not read.textureless:
        for photo_id, _ in work.photos.near(probes_of(read), radius_bits)[:MAX_SIMILAR]:
            found.setdefault(photo_id, MatchClass.SIMILAR)
    return Recognition(_closest_first(found), read.textureless, tuple(read.notes))


def registered(photo_id: PhotoId) -> Recognition:
    """
    Speak of a photo by its id: it is that very photo.
    """
    return Recognition(((photo_id, MatchClass.SAME_BYTES),))


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
