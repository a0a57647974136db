"""
People as they come in and go out.
"""

from datetime import date, datetime
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType, field

from service.api.wire import Email, GivenName, Id, Incoming, Language, Name
from service.decision.ids import UnitId
from service.decision.people import Membership
from service.decision.terms import Category, HoldKind, MentalCapacity
from service.records.paging import Versioned
from service.records.people import PersonRecord
from service.usecases.people import ErasurePreview, PersonDetails

Jurisdiction = Annotated[str, Meta(max_length=20, examples=["BE"])]
ExternalId = Annotated[
    str,
    Meta(
        max_length=64,
        examples=["2026-0117"],
        description="Their number in a register of yours; nobody else may have it.",
    ),
]
BornOn = Annotated[date, Meta(examples=["2015-09-01"])]
KnownAdult = Annotated[bool, Meta(description="Surely of age, although no birth date is recorded.")]
LeftOn = Annotated[
    date, Meta(description="The first day on which they no longer belong to the organisation.")
]
SomebodyElse = Annotated[
    bool,
    Meta(
        description="Whoever looks like the same person is somebody else; without it that"
        " is refused with 409 (`possible-duplicate`), and `person_ids` says who it is."
    ),
]


class MembershipIn(Incoming, frozen=True, kw_only=True):
    """
    A person belongs to a unit from one day until, but not on, another.
    """

    unit_id: Id
    from_on: date | None = None
    until_on: date | None = None

    def to_membership(self) -> Membership:
        """
        Give the membership as the verbs take it.
        """
        return Membership(UnitId(self.unit_id), self.from_on, self.until_on)


Memberships = Annotated[list[MembershipIn], Meta(max_length=100, examples=[[]])]
Aliases = Annotated[list[Name], Meta(max_length=20)]


class PersonIn(Incoming, frozen=True, kw_only=True):
    """
    A person to enter.
    """

    given_name: GivenName
    family_name: Name
    category: Category
    jurisdiction: Jurisdiction | UnsetType = UNSET
    aliases: Aliases = field(default_factory=list)
    born_on: BornOn | None = None
    known_adult: KnownAdult = False
    died_on: date | None = None
    mental_capacity: MentalCapacity = MentalCapacity.CAPABLE
    discerning_from: date | None = None
    emancipated_from: date | None = None
    left_on: LeftOn | None = None
    memberships: Memberships = field(default_factory=list)
    language: Language = ""
    email: Email = ""
    external_id: ExternalId = ""
    somebody_else: SomebodyElse = False


class PersonChange(Incoming, frozen=True, kw_only=True):
    """
    What changes about a person; what is left out stays, null clears.
    """

    given_name: GivenName | UnsetType = UNSET
    family_name: Name | UnsetType = UNSET
    category: Category | UnsetType = UNSET
    jurisdiction: Jurisdiction | UnsetType = UNSET
    aliases: Aliases | UnsetType = UNSET
    born_on: BornOn | UnsetType | None = UNSET
    known_adult: KnownAdult | UnsetType = UNSET
    died_on: date | UnsetType | None = UNSET
    mental_capacity: MentalCapacity | UnsetType = UNSET
    discerning_from: date | UnsetType | None = UNSET
    emancipated_from: date | UnsetType | None = UNSET
    left_on: LeftOn | UnsetType | None = UNSET
    memberships: Memberships | UnsetType = UNSET
    language: Language | UnsetType = UNSET
    email: Email | UnsetType = UNSET
    external_id: ExternalId | UnsetType = UNSET
    somebody_else: SomebodyElse = False


def details_of(sent: PersonIn | PersonChange) -> PersonDetails:
    """
    Give what was told as the verbs take it.
    """
    told: dict[str, Any] = sent.told()
    del told["somebody_else"]
    if "aliases" in told:
        told["aliases"] = tuple(told["aliases"])
    if "memberships" in told:
        told["memberships"] = tuple(each.to_membership() for each in told["memberships"])
    return PersonDetails(**told)


class MembershipOut(Struct, frozen=True):
    """
    A person belongs to a unit from one day until, but not on, another.
    """

    unit_id: str
    from_on: date | None
    until_on: date | None


class PersonOut(Struct, frozen=True, kw_only=True):
    """
    A person as recorded.
    """

    id: str
    given_name: str
    family_name: str
    category: Category
    jurisdiction: str
    aliases: list[str]
    born_on: date | None
    known_adult: bool
    died_on: date | None
    mental_capacity: MentalCapacity
    discerning_from: date | None
    emancipated_from: date | None
    left_on: date | None
    memberships: list[MembershipOut]
    language: str
    email: str
    external_id: str

    @classmethod
    def of(cls, person: PersonRecord) -> "PersonOut":
        """
        Show a person.
        """
        shown = {name: getattr(person, name) for name in cls.__struct_fields__}
        shown["aliases"] = list(person.aliases)
        shown["memberships"] = [
            MembershipOut(each.unit_id, each.from_on, each.until_on) for each in person.memberships
        ]
        return cls(**shown)


class PersonVersionOut(Struct, frozen=True):
    """
    One version of what was known of a person.
    """

    version: int
    recorded_at: datetime
    recorded_by: str
    person: PersonOut

    @classmethod
    def of(cls, versioned: Versioned[PersonRecord]) -> "PersonVersionOut":
        """
        Show a version.
        """
        person = PersonOut.of(versioned.record)
        return cls(versioned.version, versioned.recorded_at, versioned.recorded_by, person)


class ErasurePreviewOut(Struct, frozen=True):
    """
    What would go with a person, and what would stay.
    """

    is_kept: bool
    """A legal hold reaches them: erasing is refused until it is lifted."""
    speaks_alone: bool
    """A no, a hold or an order stands on this record of the person alone: erasing is
    refused until it is entered on the one that stays."""
    signatory_ids: list[str]
    """Who answers for nobody else, and goes along."""
    entries: int
    """Lines of the log whose words go; their commitments stay in the tree."""
    acts: int
    """Answers that stay, under an identifier that means nobody."""
    photos: int
    """Photos that stay; from then on somebody unknown is in them."""
    live: int
    """Publications that become takedowns."""
    down: int
    """Publications that came down; that they were there stays on record."""
    hold_kinds: list[HoldKind]
    """What else holds them now; it forbids no erasure."""

    @classmethod
    def of(cls, preview: ErasurePreview) -> "ErasurePreviewOut":
        """
        Show it.
        """
        return cls(
            is_kept=preview.is_kept,
            speaks_alone=preview.speaks_alone,
            signatory_ids=[each.id for each in preview.signatories],
            entries=preview.entries,
            acts=preview.acts,
            photos=preview.photos,
            live=preview.live,
            down=preview.down,
            hold_kinds=list(preview.hold_kinds),
        )
