"""
Hold what is known of a picture: who is in it, who looked, whose it is.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from service.decision.ids import AttestationId, ChannelId, PersonId, PhotoId
from service.decision.terms import MatchClass, RightsSource, Visibility

HOLDS_FOR_SURE = frozenset({MatchClass.SAME_BYTES, MatchClass.SAME_PIXELS})


@dataclass(frozen=True, slots=True)
class Region:
    """
    A rectangle in thousandths of the upright picture's width and height.
    """

    left: int
    top: int
    width: int
    height: int


class CoverKind(StrEnum):
    """
    Name the ways to take somebody out of a picture.
    """

    CROP = "crop"
    """Nothing but the region is kept."""
    PIXELATE = "pixelate"
    FILL = "fill"


@dataclass(frozen=True, slots=True)
class Cover:
    """
    One region of a picture that was cut to, pixelated or filled.
    """

    kind: CoverKind
    region: Region


@dataclass(frozen=True, slots=True)
class Lineage:
    """
    Which photo a photo was made of, and how.
    """

    ancestor_ids: tuple[PhotoId, ...]
    """The photo it was made of first, then the one that was made of, and so on."""
    covers: tuple[Cover, ...] = ()
    """On the photo it was made of."""


@dataclass(frozen=True, slots=True)
class Depiction:
    """
    A person is in a photo.
    """

    person_id: PersonId
    visibility: Visibility = Visibility.TARGETED
    in_function: bool = False
    """Shown performing a public function (rows E2, P2)."""
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    """
    Somebody looked and said who can be recognised.
    """

    id: AttestationId
    complete: bool
    """`These are all the recognisable people`; False: somebody else is visible."""
    informed: bool = False
    """The people around were told beforehand (ambience in a closed circle)."""
    compared_photo_ids: frozenset[PhotoId] = frozenset()
    """Photos that were looked at side by side and found to show other people."""
    hidden_person_ids: frozenset[PersonId] = frozenset()
    """Who is in a photo this one was made of, and cannot be recognised any more."""
    obscured: bool = False
    """Somebody was blurred or covered before the file was registered, nobody knows who."""


@dataclass(frozen=True, slots=True)
class Rights:
    """
    Whose photo it is, and under what terms (domain rules 30, 38).
    """

    source: RightsSource
    creator: str = ""
    owner: str = ""
    licence: str = ""
    credit_line: str = ""
    licence_from_on: date | None = None
    licence_until_on: date | None = None
    """The first day on which the licence no longer holds."""
    licence_channel_ids: frozenset[ChannelId] | None = None
    """Where the licence allows it; None is everywhere."""
    embargo_until_at: datetime | None = None

    @property
    def is_complete(self) -> bool:
        """
        Tell whether creator, licence and credit line are all known.
        """
        return bool(self.creator and self.licence and self.credit_line)


@dataclass(frozen=True, slots=True)
class Photo:
    """
    A registered photo, as known at one instant.
    """

    id: PhotoId
    depictions: tuple[Depiction, ...] = ()
    attestation: Attestation | None = None
    rights: Rights | None = None
    intimate: bool = False
    """A grave intrusion in intimacy (care, nudity, illness): FR CC 459."""
    public_place: bool = False
    """Taken in a public place; needed for the crowd rule C1."""
    moving: bool = False
    """A clip: whoever is in it is also asked about being filmed (domain rule 8)."""
    lineage: Lineage | None = None
    """Made of another photo by covering part of it."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """
    A registered photo that a picture resembles, and how.
    """

    photo: Photo
    match: MatchClass


@dataclass(frozen=True, slots=True)
class Picture:
    """
    One picture of a question, with every registered photo it resembles.

    *resemblances* go from closest to least close; empty: never seen.
    """

    resemblances: tuple[Resemblance, ...] = ()
    textureless: bool = False
    """Too little to recognise: it can only be known by its exact bytes or pixels."""
    moving: bool = False
    """What is to be published moves; a still of a clip does not."""
    partly_seen: bool = False
    """It shows more than was looked at, as an animation does: only the very file is known."""

    @property
    def match(self) -> MatchClass:
        """
        Give the closest class found.
        """
        return self.resemblances[0].match if self.resemblances else MatchClass.NONE
