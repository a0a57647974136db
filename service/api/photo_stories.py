"""
Photos as they go out: nothing that shows the picture (threat T16).
"""

from datetime import date, datetime

from msgspec import Struct

from service.decision.photos import Cover, CoverKind, Depiction, Lineage, Region, Rights
from service.decision.terms import MatchClass, RightsSource, Visibility
from service.records.photos import PhotoRecord
from service.usecases.photos import FileClaims, PhotoStory, RegisteredPhoto


class RegionOut(Struct, frozen=True):
    """
    A rectangle in thousandths of the upright picture's width and height.
    """

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def of(cls, at: Region) -> "RegionOut":
        """
        Show a region.
        """
        return cls(at.left, at.top, at.width, at.height)


class CoverOut(Struct, frozen=True):
    """
    What was cut to, pixelated or filled.
    """

    kind: CoverKind
    region: RegionOut

    @classmethod
    def of(cls, cover: Cover) -> "CoverOut":
        """
        Show what was covered.
        """
        return cls(cover.kind, RegionOut.of(cover.region))


class DerivationOut(Struct, frozen=True):
    """
    Which photo it is made of, and what was covered in that.
    """

    photo_id: str
    covers: list[CoverOut]

    @classmethod
    def of(cls, lineage: Lineage) -> "DerivationOut":
        """
        Show what a photo is made of.
        """
        return cls(lineage.ancestor_ids[0], [CoverOut.of(each) for each in lineage.covers])


class DepictionOut(Struct, frozen=True):
    """
    Somebody is in the photo.
    """

    person_id: str
    visibility: Visibility
    in_function: bool
    region: RegionOut | None

    @classmethod
    def of(cls, depiction: Depiction) -> "DepictionOut":
        """
        Show a depiction.
        """
        region = RegionOut.of(depiction.region) if depiction.region else None
        return cls(depiction.person_id, depiction.visibility, depiction.in_function, region)


class AttestationOut(Struct, frozen=True, kw_only=True):
    """
    Who looked last, and whether it is about the people named now.
    """

    complete: bool
    informed: bool
    compared_photo_ids: list[str]
    hidden_person_ids: list[str]
    obscured: bool
    depictions_version: int
    attested_at: datetime
    attested_by: str
    stale: bool


class RightsOut(Struct, frozen=True, kw_only=True):
    """
    Whose photo it is, and under what terms.
    """

    source: RightsSource
    creator: str
    owner: str
    licence: str
    credit_line: str
    licence_from_on: date | None
    licence_until_on: date | None
    licence_channel_ids: list[str] | None
    embargo_until_at: datetime | None

    @classmethod
    def of(cls, rights: Rights) -> "RightsOut":
        """
        Show rights.
        """
        shown = {name: getattr(rights, name) for name in cls.__struct_fields__}
        channels = rights.licence_channel_ids
        shown["licence_channel_ids"] = None if channels is None else sorted(channels)
        return cls(**shown)


class PhotoOut(Struct, frozen=True, kw_only=True):
    """
    A photo as registered.
    """

    id: str
    title: str
    format: str
    width_px: int
    height_px: int
    intimate: bool
    public_place: bool
    registered_at: datetime | None
    registered_by: str | None
    derived_from: DerivationOut | None

    @classmethod
    def of(cls, photo: PhotoRecord) -> "PhotoOut":
        """
        Show a photo.
        """
        names = (name for name in cls.__struct_fields__ if name != "derived_from")
        made_of = DerivationOut.of(photo.lineage) if photo.lineage else None
        return cls(**{name: getattr(photo, name) for name in names}, derived_from=made_of)


class PhotoStoryOut(Struct, frozen=True, kw_only=True):
    """
    A photo with everything said of it.
    """

    photo: PhotoOut
    depictions: list[DepictionOut]
    depictions_version: int
    attestation: AttestationOut | None
    rights: RightsOut | None

    @classmethod
    def of(cls, story: PhotoStory) -> "PhotoStoryOut":
        """
        Show a photo's story.
        """
        return cls(
            photo=PhotoOut.of(story.photo),
            depictions=[DepictionOut.of(each) for each in story.depictions],
            depictions_version=story.depictions_version,
            attestation=_attestation(story),
            rights=RightsOut.of(story.rights) if story.rights else None,
        )


class MatchOut(Struct, frozen=True):
    """
    A registered photo that resembles the new one: compare the two.
    """

    photo_id: str
    match: MatchClass


class ClaimedPersonOut(Struct, frozen=True):
    """
    A name in the file, and those in sight whom it may mean.
    """

    name: str
    person_ids: list[str]


class ClaimedRegionOut(Struct, frozen=True):
    """
    A place that the file marks; without a region, it is not clear where.
    """

    name: str
    region: RegionOut | None


class ClaimsOut(Struct, frozen=True, kw_only=True):
    """
    What the file says of itself; nothing of it is recorded.

    `source_type` is a code of the IPTC (`http://cv.iptc.org/newscodes/digitalsourcetype/`),
    or empty.
    """

    creator: str
    credit_line: str
    copyright_notice: str
    usage_terms: str
    event: str
    people: list[ClaimedPersonOut]
    regions: list[ClaimedRegionOut]
    source_type: str

    @classmethod
    def of(cls, claims: FileClaims) -> "ClaimsOut":
        """
        Show what a file says.
        """
        return cls(
            creator=claims.creator,
            credit_line=claims.credit_line,
            copyright_notice=claims.copyright_notice,
            usage_terms=claims.usage_terms,
            event=claims.event,
            people=[ClaimedPersonOut(each.name, [*each.person_ids]) for each in claims.people],
            regions=[
                ClaimedRegionOut(each.name, RegionOut(*each.place) if each.place else None)
                for each in claims.regions
            ],
            source_type=claims.source_type,
        )


class RegisteredPhotoOut(Struct, frozen=True, kw_only=True):
    """
    A photo as registered, what it resembles, and what its file says.
    """

    id: str
    registered: PhotoStoryOut
    matches: list[MatchOut]
    notes: list[str]
    claims: ClaimsOut

    @classmethod
    def of(cls, found: RegisteredPhoto) -> "RegisteredPhotoOut":
        """
        Show what was registered.
        """
        return cls(
            id=found.story.photo.id,
            registered=PhotoStoryOut.of(found.story),
            matches=[MatchOut(photo_id, match) for photo_id, match in found.matches],
            notes=list(found.notes),
            claims=ClaimsOut.of(found.claims),
        )


def _attestation(story: PhotoStory) -> AttestationOut | None:
    """
    Show who looked last.
    """
    found = story.attestation
    if found is None:
        return None
    return AttestationOut(
        complete=found.attestation.complete,
        informed=found.attestation.informed,
        compared_photo_ids=sorted(found.attestation.compared_photo_ids),
        hidden_person_ids=sorted(found.attestation.hidden_person_ids),
        obscured=found.attestation.obscured,
        depictions_version=found.depictions_version,
        attested_at=found.attested_at,
        attested_by=found.attested_by,
        stale=not story.is_attested,
    )
