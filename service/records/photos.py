"""
Hold registered photos and what people said of them.
"""

from dataclasses import dataclass, field
from datetime import datetime

from service.decision.ids import ActorId, PhotoId
from service.decision.photos import Attestation, Depiction, Rights


@dataclass(frozen=True, slots=True)
class FingerprintRecord:
    """
    A fingerprint; treated as the picture itself, so never shown.
    """

    algorithm: str
    version: int
    bits: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """
    A registered photo; the original is not kept.
    """

    id: PhotoId
    digest_bytes: bytes = field(repr=False)
    """SHA-256 of the file."""
    digest_pixels: bytes = field(repr=False)
    """Digest of the upright pixels."""
    format: str
    width_px: int
    height_px: int
    textureless: bool
    fingerprint: FingerprintRecord = field(repr=False)
    preview: bytes | None = field(default=None, repr=False)
    """Small JPEG, encrypted at rest; None when switched off."""
    title: str = ""
    intimate: bool = False
    public_place: bool = False
    registered_at: datetime | None = None
    registered_by: ActorId | None = None


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
