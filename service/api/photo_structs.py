"""
Photos as they come in.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta, field

from service.api.bodies import Binary
from service.api.requests import utc
from service.api.wire import Id, Incoming, Instant
from service.decision.ids import ChannelId, PersonId, PhotoId
from service.decision.photos import Cover, CoverKind, Depiction, Region, Rights
from service.decision.terms import RightsSource, Visibility
from service.usecases.checks import Upload
from service.usecases.photos import AttestationDetails, Derivation, PhotoDetails

Thousandth = Annotated[int, Meta(ge=-1_000_000, le=1_000_000, examples=[250])]
Title = Annotated[str, Meta(max_length=400, examples=["Farm, 12 May"])]
Words = Annotated[str, Meta(max_length=400)]
Ids = Annotated[list[Id], Meta(max_length=1_000)]


class RegionIn(Incoming, frozen=True, kw_only=True):
    """
    A rectangle in thousandths of the upright picture's width and height.
    """

    left: Thousandth
    top: Thousandth
    width: Thousandth
    height: Thousandth

    def to_region(self) -> Region:
        """
        Give the region as the verbs take it.
        """
        return Region(self.left, self.top, self.width, self.height)


class CoverIn(Incoming, frozen=True, kw_only=True):
    """
    A region to cut the picture to, to pixelate or to fill.
    """

    kind: CoverKind
    region: RegionIn

    def to_cover(self) -> Cover:
        """
        Give what is covered as the verbs take it.
        """
        return Cover(self.kind, self.region.to_region())


Covers = Annotated[list[CoverIn], Meta(max_length=1_000)]


class CoversIn(Incoming, frozen=True, kw_only=True):
    """
    What to cover in a picture.
    """

    covers: Covers


class DerivationIn(CoversIn, frozen=True, kw_only=True):
    """
    Which registered photo it is made of, and what was covered in that.
    """

    photo_id: Id

    def to_derivation(self) -> Derivation:
        """
        Give it as the verbs take it.
        """
        return Derivation(PhotoId(self.photo_id), tuple(each.to_cover() for each in self.covers))


class DepictionIn(Incoming, frozen=True, kw_only=True):
    """
    Somebody is in the photo.
    """

    person_id: Id
    visibility: Visibility = Visibility.TARGETED
    in_function: bool = False
    region: RegionIn | None = None

    def to_depiction(self) -> Depiction:
        """
        Give the depiction as the verbs take it.
        """
        region = self.region.to_region() if self.region else None
        return Depiction(PersonId(self.person_id), self.visibility, self.in_function, region)


class DepictionsIn(Incoming, frozen=True, kw_only=True):
    """
    Everybody who is in the photo, in place of whoever was named before.
    """

    depictions: Annotated[list[DepictionIn], Meta(max_length=1_000)]
    depictions_version: Annotated[int, Meta(ge=0)] | None = None


class AttestationIn(Incoming, frozen=True, kw_only=True):
    """
    I looked: these are all the recognisable people, or they are not.
    """

    complete: bool
    informed: bool = False
    compared_photo_ids: Ids = field(default_factory=list)
    depictions_version: Annotated[int, Meta(ge=0)] | None = None
    nobody_under_covers: bool = False
    obscured: bool = False

    def to_details(self) -> AttestationDetails:
        """
        Give the attestation as the verbs take it.
        """
        return AttestationDetails(
            complete=self.complete,
            informed=self.informed,
            compared_photo_ids=frozenset(map(PhotoId, self.compared_photo_ids)),
            depictions_version=self.depictions_version,
            nobody_under_covers=self.nobody_under_covers,
            obscured=self.obscured,
        )


class TitleIn(Incoming, frozen=True, kw_only=True):
    """
    What a photo is called; empty takes the title away.
    """

    title: Title


class RightsIn(Incoming, frozen=True, kw_only=True):
    """
    Whose photo it is, and under what terms.
    """

    source: RightsSource
    creator: Words = ""
    owner: Words = ""
    licence: Words = ""
    credit_line: Words = ""
    licence_from_on: date | None = None
    licence_until_on: date | None = None
    licence_channel_ids: Annotated[list[Id], Meta(max_length=100)] | None = None
    embargo_until_at: Instant | None = None

    def to_rights(self) -> Rights:
        """
        Give the rights as the verbs take them.
        """
        channels = self.licence_channel_ids
        return Rights(
            source=self.source,
            creator=self.creator,
            owner=self.owner,
            licence=self.licence,
            credit_line=self.credit_line,
            licence_from_on=self.licence_from_on,
            licence_until_on=self.licence_until_on,
            licence_channel_ids=None if channels is None else frozenset(map(ChannelId, channels)),
            embargo_until_at=utc(self.embargo_until_at, "rights.embargo_until_at"),
        )


class PhotoIn(Incoming, frozen=True, kw_only=True):
    """
    Everything known of a photo that is registered.
    """

    title: Title = ""
    intimate: bool = False
    public_place: bool = False
    depictions: Annotated[list[DepictionIn], Meta(max_length=1_000)] = field(default_factory=list)
    attestation: AttestationIn | None = None
    rights: RightsIn | None = None
    derived_from: DerivationIn | None = None

    def to_details(self, upload: Upload) -> PhotoDetails:
        """
        Give the photo as the verb takes it.
        """
        return PhotoDetails(
            upload=upload,
            title=self.title,
            intimate=self.intimate,
            public_place=self.public_place,
            depictions=tuple(each.to_depiction() for each in self.depictions),
            attestation=self.attestation.to_details() if self.attestation else None,
            rights=self.rights.to_rights() if self.rights else None,
            derived_from=self.derived_from.to_derivation() if self.derived_from else None,
        )


class PhotoForm(Incoming, frozen=True, kw_only=True):
    """
    A picture, and as JSON in `photo` everything known of it.
    """

    image: Binary
    photo: Annotated[
        str, Meta(description="JSON: PhotoIn.", examples=['{"title": "Farm, 12 May"}'])
    ] = "{}"
