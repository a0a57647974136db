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
from service.decision.photos import Depiction, Region, Rights
from service.decision.terms import RightsSource, Visibility
from service.usecases.checks import Upload
from service.usecases.photos import AttestationDetails, PhotoDetails

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
        at = self.region
        region = Region(at.left, at.top, at.width, at.height) if at else None
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

    def to_details(self) -> AttestationDetails:
        """
        Give the attestation as the verbs take it.
        """
        return AttestationDetails(
            complete=self.complete,
            informed=self.informed,
            compared_photo_ids=frozenset(map(PhotoId, self.compared_photo_ids)),
            depictions_version=self.depictions_version,
        )


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
        )


class PhotoForm(Incoming, frozen=True, kw_only=True):
    """
    A picture, and as JSON in `photo` everything known of it.
    """

    image: Binary
    photo: Annotated[
        str, Meta(description="JSON: PhotoIn.", examples=['{"title": "Farm, 12 May"}'])
    ] = "{}"
