"""
Campaigns: a unit, a category or everybody is asked at once.
"""

from datetime import datetime
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct, field

from service.api.requests import After, Limit, Once, page
from service.api.wire import Id, Incoming, PageOut
from service.decision.ids import CampaignId, ChannelId, TemplateId, UnitId
from service.decision.terms import Category
from service.records.campaigns import Asked, Campaign
from service.usecases.caller import Caller
from service.usecases.families.asking import AskedOne, Progress
from service.usecases.families.campaigns import CampaignStory, CampaignView, counted
from service.usecases.registry import Registry

_MOST_CHANNELS = 100


class CampaignIn(Incoming, frozen=True, kw_only=True):
    """
    About whom is asked, and what; left out: everybody, everything.
    """

    unit_id: Id | None = None
    category: Category | None = None
    template_id: Id | None = None
    channel_ids: Annotated[list[Id], Meta(max_length=_MOST_CHANNELS)] = field(default_factory=list)

    def to_asked(self) -> Asked:
        """
        Give what is asked as the verbs take it.
        """
        return Asked(
            None if self.unit_id is None else UnitId(self.unit_id),
            self.category,
            None if self.template_id is None else TemplateId(self.template_id),
            tuple(ChannelId(each) for each in dict.fromkeys(self.channel_ids)),
        )


class AskedOneOut(Struct, frozen=True):
    """
    One who may answer, and how far they are; never what they said.
    """

    signatory_id: str
    name: str
    progress: Progress
    asked_at: datetime | None
    about: list[str]
    left_out: list[str]
    """Those of them whom a hold protects: no letter is about them.  Empty for a key that
    may not know of holds."""

    @classmethod
    def of(cls, one: AskedOne) -> "AskedOneOut":
        """
        Show how far somebody is.
        """
        about, left_out = list(one.about), list(one.left_out)
        return cls(one.signatory_id, one.name, one.progress, one.asked_at, about, left_out)


class LetterWordsOut(Struct, frozen=True):
    """
    What a letter says in one language, to nobody.
    """

    language: str
    subject: str
    text: str


class CampaignViewOut(Struct, frozen=True):
    """
    What would happen.
    """

    counts: dict[Progress, int]
    people: list[AskedOneOut]
    letters: list[LetterWordsOut]
    office_open: bool

    @classmethod
    def of(cls, view: CampaignView) -> "CampaignViewOut":
        """
        Show what would happen.
        """
        return cls(
            dict(counted(view.people)),
            [AskedOneOut.of(each) for each in view.people],
            [LetterWordsOut(each.language, each.subject, each.text) for each in view.letters],
            view.is_office_open,
        )


class CampaignOut(Struct, frozen=True):
    """
    A campaign as recorded.
    """

    id: str
    unit_id: str | None
    category: Category | None
    template_id: str | None
    channel_ids: list[str]
    started_at: datetime
    started_by: str

    @classmethod
    def of(cls, campaign: Campaign) -> "CampaignOut":
        """
        Show a campaign.
        """
        asked = campaign.asked
        return cls(
            campaign.id,
            asked.unit_id,
            asked.category,
            asked.template_id,
            list(asked.channel_ids),
            campaign.started_at,
            campaign.started_by,
        )


class CampaignStoryOut(CampaignOut, frozen=True):
    """
    A campaign, and how far everybody is.
    """

    counts: dict[Progress, int]
    people: list[AskedOneOut]

    @classmethod
    def told(cls, story: CampaignStory) -> "CampaignStoryOut":
        """
        Show a campaign and how far everybody is.
        """
        recorded = CampaignOut.of(story.campaign)
        return cls(
            **{name: getattr(recorded, name) for name in CampaignOut.__struct_fields__},
            counts=dict(story.counts),
            people=[AskedOneOut.of(each) for each in story.people],
        )


@post("/preview", operation_id="previewCampaign", status_code=200, sync_to_thread=True)
def preview_campaign(
    data: JSONBody[CampaignIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> CampaignViewOut:
    """
    Show who would be asked, and in which words; nothing is written.
    """
    return CampaignViewOut.of(registry.families.campaigns.preview(caller, data.to_asked()))


@post("/", operation_id="startCampaign", sync_to_thread=True)
def start_campaign(
    data: JSONBody[CampaignIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> CampaignStoryOut:
    """
    Ask everybody who has something open, nobody twice in five days.

    In office hours.
    """
    caller = once(data)
    return CampaignStoryOut.told(registry.families.campaigns.start(caller, data.to_asked()))


@post(
    "/{campaign_id:str}/remind",
    operation_id="remindCampaign",
    status_code=200,
    sync_to_thread=True,
)
def remind_campaign(
    campaign_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> CampaignStoryOut:
    """
    Ask again whoever was silent for five days.
    """
    remind = registry.families.campaigns.remind
    return CampaignStoryOut.told(remind(caller, CampaignId(campaign_id)))


@get("/{campaign_id:str}", operation_id="getCampaign", sync_to_thread=True)
def get_campaign(
    campaign_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> CampaignStoryOut:
    """
    Give one campaign and how far everybody is; never what they said.
    """
    story = registry.families.campaigns.get(caller, CampaignId(campaign_id))
    return CampaignStoryOut.told(story)


@get("/", operation_id="listCampaigns", sync_to_thread=True)
def list_campaigns(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
) -> PageOut[CampaignOut]:
    """
    List campaigns, oldest first.
    """
    listing = registry.families.campaigns.list_page(caller, page(limit, after, None))
    return PageOut([CampaignOut.of(each) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/campaigns",
    route_handlers=[
        preview_campaign,
        start_campaign,
        remind_campaign,
        get_campaign,
        list_campaigns,
    ],
    tags=["campaigns"],
)
