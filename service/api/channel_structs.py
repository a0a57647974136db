"""
Channels as they come in and go out.
"""

from datetime import datetime
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType, field, structs

from service.api.wire import ContactIn, ContactOut, Id, Incoming, Line
from service.decision.channels import Quota
from service.decision.terms import Audience, Medium, PhotoPublisher, Purpose, QuotaWindow
from service.records.channels import ChannelRecord
from service.records.paging import Versioned
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace, QuotaLeft

Slug = Annotated[str, Meta(max_length=63, examples=["facebook"])]
Address = Annotated[str, Meta(max_length=2_000, examples=["facebook.com/LesJacinthes"])]
Link = Annotated[str, Meta(max_length=2_000, examples=["https://facebook.com/report"])]
Ids = Annotated[list[Id], Meta(max_length=100, examples=[[]])]
Checklist = Annotated[list[Line], Meta(max_length=50, examples=[["Nobody in swimwear"]])]
Template = Annotated[
    str,
    Meta(
        max_length=4_000,
        description="Its editorial line and what its posts look like; no rule decides by it.",
        examples=["Two sentences, no names.\nEnd with #LesJacinthes."],
    ),
]
Purposes = Annotated[list[Purpose], Meta(max_length=20, examples=[["information"]])]
TwoApprovals = Annotated[
    bool,
    Meta(description="What is published here is a proposal with which two members agreed."),
]
_IDS = frozenset({"purposes", "group_ids", "publisher_ids"})
_PLACE = frozenset(ChannelPlace.__dataclass_fields__)


class QuotaIn(Incoming, frozen=True, kw_only=True):
    """
    At most so many publications in a window.
    """

    limit: Annotated[int, Meta(ge=-1_000_000, le=1_000_000, examples=[4])]
    window: QuotaWindow = QuotaWindow.ISO_WEEK


class ChannelIn(Incoming, frozen=True, kw_only=True):
    """
    A channel to register.
    """

    slug: Slug
    name: Line
    medium: Medium
    audience: Audience
    purposes: Purposes
    address: Address
    platform: Annotated[str, Meta(max_length=400, examples=["facebook"])] = ""
    unit_id: Id | None = None
    group_ids: Ids = field(default_factory=list)
    quota: QuotaIn | None = None
    publisher_ids: Ids = field(default_factory=list)
    photo_publisher: PhotoPublisher = PhotoPublisher.PUBLISHERS
    two_approvals: TwoApprovals = False
    special_category: bool = False
    contact: ContactIn | None = None
    checklist: Checklist = field(default_factory=list)
    rules_address: Link = ""
    report_address: Link = ""
    template: Template = ""


class ChannelChange(Incoming, frozen=True, kw_only=True):
    """
    What changes about a channel; what is left out stays, null clears.
    """

    slug: Slug | UnsetType = UNSET
    name: Line | UnsetType = UNSET
    medium: Medium | UnsetType = UNSET
    audience: Audience | UnsetType = UNSET
    purposes: Purposes | UnsetType = UNSET
    address: Address | UnsetType = UNSET
    platform: Annotated[str, Meta(max_length=400, examples=["facebook"])] | UnsetType = UNSET
    unit_id: Id | UnsetType | None = UNSET
    group_ids: Ids | UnsetType = UNSET
    quota: QuotaIn | UnsetType | None = UNSET
    publisher_ids: Ids | UnsetType = UNSET
    photo_publisher: PhotoPublisher | UnsetType = UNSET
    two_approvals: TwoApprovals | UnsetType = UNSET
    special_category: bool | UnsetType = UNSET
    contact: ContactIn | UnsetType | None = UNSET
    checklist: Checklist | UnsetType = UNSET
    rules_address: Link | UnsetType = UNSET
    report_address: Link | UnsetType = UNSET
    template: Template | UnsetType = UNSET


def details_of(sent: ChannelIn | ChannelChange) -> ChannelDetails:
    """
    Give what was told as the verbs take it.
    """
    told: dict[str, Any] = sent.told()
    for name in _IDS & told.keys():
        told[name] = frozenset(told[name])
    if isinstance(sent.quota, QuotaIn):
        told["quota"] = Quota(sent.quota.limit, sent.quota.window)
    if isinstance(sent.contact, ContactIn):
        told["contact"] = sent.contact.to_contact()
    if "checklist" in told:
        told["checklist"] = tuple(told["checklist"])
    place = {name: told.pop(name) for name in _PLACE & told.keys()}
    return ChannelDetails(ChannelFacts(**told), ChannelPlace(**place))


class QuotaOut(Struct, frozen=True):
    """
    At most so many publications in a window.
    """

    limit: int
    window: QuotaWindow


class ChannelOut(Struct, frozen=True, kw_only=True):
    """
    A channel as recorded.
    """

    id: str
    slug: str
    name: str
    medium: Medium
    platform: str
    audience: Audience
    purposes: list[Purpose]
    address: str
    unit_id: str | None
    group_ids: list[str]
    quota: QuotaOut | None
    publisher_ids: list[str]
    photo_publisher: PhotoPublisher
    two_approvals: bool
    special_category: bool
    closed: bool
    contact: ContactOut | None
    checklist: list[str]
    checklist_version: int
    rules_address: str
    report_address: str
    template: str

    @classmethod
    def of(cls, record: ChannelRecord) -> "ChannelOut":
        """
        Show a channel.
        """
        channel = record.channel
        return cls(
            id=channel.id,
            slug=record.slug,
            name=channel.name,
            medium=channel.medium,
            platform=channel.platform,
            audience=channel.audience,
            purposes=sorted(channel.purposes),
            address=record.address,
            unit_id=channel.unit_id,
            group_ids=sorted(channel.group_ids),
            quota=QuotaOut(channel.quota.limit, channel.quota.window) if channel.quota else None,
            publisher_ids=sorted(channel.publisher_ids),
            photo_publisher=channel.photo_publisher,
            two_approvals=channel.two_approvals,
            special_category=channel.special_category,
            closed=channel.closed,
            contact=ContactOut.of(channel.contact) if channel.contact else None,
            checklist=list(channel.checklist),
            checklist_version=channel.checklist_version,
            rules_address=record.rules_address,
            report_address=record.report_address,
            template=record.template,
        )


class ChannelNowOut(ChannelOut, frozen=True, kw_only=True):
    """
    A channel as recorded, and how much of its quota is left now.
    """

    quota_left: int | None
    """Posts still free; none: it has no quota.  Whoever publishes is counted again."""

    @classmethod
    def counted(cls, record: ChannelRecord, counted: QuotaLeft | None) -> "ChannelNowOut":
        """
        Show a channel with what was counted.
        """
        recorded = structs.asdict(ChannelOut.of(record))
        return cls(**recorded, quota_left=counted.left if counted else None)


class ChannelVersionOut(Struct, frozen=True):
    """
    One version of a channel: when it was learned, and through whom.
    """

    version: int
    recorded_at: datetime
    recorded_by: str
    channel: ChannelOut

    @classmethod
    def of(cls, versioned: Versioned[ChannelRecord]) -> "ChannelVersionOut":
        """
        Show a version.
        """
        channel = ChannelOut.of(versioned.record)
        return cls(versioned.version, versioned.recorded_at, versioned.recorded_by, channel)


class ChannelHistoryOut(Struct, frozen=True):
    """
    Every version of a channel, oldest first.
    """

    items: list[ChannelVersionOut]
