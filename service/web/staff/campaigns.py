"""
Ask many at once: look beforehand, send, follow, remind.
"""

from dataclasses import replace
from typing import Any, Final
from uuid import uuid4

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from service.decision.ids import CampaignId, ChannelId, TemplateId, UnitId
from service.decision.powers import Scope
from service.decision.terms import Category
from service.errors import InvalidInput
from service.records.campaigns import Asked
from service.records.paging import Page
from service.usecases.caller import Caller, Idempotency
from service.usecases.families.asking import Progress
from service.usecases.families.campaigns import counted
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.listings import cursor, everything
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.person import zone_of
from service.web.staff.people.reading import chosen, units_in_sight

PATH: Final = "/campaigns"
_AT_ONCE: Final = 20
_LONGEST_ID: Final = 64


@get(PATH, sync_to_thread=True, operation_id="showCampaignsPage")
def show_campaigns(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    before: FromQuery[str] = "",
) -> Response[bytes]:
    """
    List what was asked of many, and offer to ask.
    """
    return _offered(request, registry, before[:_LONGEST_ID])


@post(f"{PATH}/preview", sync_to_thread=True, status_code=200, operation_id="previewCampaignOnPage")
def preview(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Show who would be asked and what the letter says; nothing is written.
    """
    try:
        asked = _asked(fields)
        view = registry.families.campaigns.preview(request.auth, asked)
    except InvalidInput:
        return _offered(request, registry, is_wrong=True)
    return page(
        request,
        "staff/campaign_view.html",
        view=view,
        asked=asked,
        counts=counted(view.people),
        progress=list(Progress),
        once=uuid4().hex,
        **_names(registry, request.auth),
    )


@post(PATH, sync_to_thread=True, operation_id="startCampaignOnPage")
def start(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Ask everybody; pressed twice, once.
    """
    try:
        asked = _asked(fields)
        idempotency = Idempotency.of_form(fields["once"] or uuid4().hex, asked)
        caller = replace(request.auth, idempotency=idempotency)
        story = registry.families.campaigns.start(caller, asked)
    except InvalidInput:
        return _offered(request, registry, is_wrong=True)
    return see_other(f"{PATH}/{story.campaign.id}")


@get(f"{PATH}/{{campaign_id:str}}", sync_to_thread=True, operation_id="showCampaignPage")
def show_campaign(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    campaign_id: FromPath[str],
) -> Response[bytes]:
    """
    Show how far everybody is, without what they said.
    """
    story = registry.families.campaigns.get(request.auth, CampaignId(campaign_id))
    return page(
        request,
        "staff/campaign.html",
        story=story,
        asked=story.campaign.asked,
        counts=story.counts,
        progress=list(Progress),
        **_names(registry, request.auth),
    )


@post(f"{PATH}/{{campaign_id:str}}/remind", sync_to_thread=True, operation_id="remindOnPage")
def remind(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    campaign_id: FromPath[str],
) -> Response[bytes]:
    """
    Ask again whoever was silent for five days.
    """
    registry.families.campaigns.remind(request.auth, CampaignId(campaign_id))
    return see_other(f"{PATH}/{campaign_id}")


def _asked(fields: Fields) -> Asked:
    """
    Read about whom, and what, is asked.

    Raises:
        InvalidInput: There is no such category.
    """
    category = fields["category"]
    return Asked(
        UnitId(fields["unit"]) if fields["unit"] else None,
        chosen(Category, category, "category") if category else None,
        TemplateId(fields["form"]) if fields["form"] else None,
        tuple(map(ChannelId, dict.fromkeys(fields.many("channels")))),
    )


def _offered(
    request: Request[Any, Caller, Any],
    registry: Registry,
    before: str = "",
    *,
    is_wrong: bool = False,
) -> Response[bytes]:
    """
    Show what was asked until now, and the form that asks.
    """
    found = registry.families.campaigns.list_page(
        request.auth, Page(limit=_AT_ONCE, after=cursor(before), newest_first=True)
    )
    return page(
        request,
        "staff/campaigns.html",
        status=422 if is_wrong else 200,
        campaigns=found.items,
        before=found.next_after,
        is_wrong=is_wrong,
        categories=[each.value for each in Category],
        **_names(registry, request.auth),
    )


def _names(registry: Registry, caller: Caller) -> dict[str, Any]:
    """
    Give the names of units, forms and open pages, by id, as far as the caller reads them.
    """
    scopes = caller.actor.reach.scopes
    narrowed = caller.narrowed(Scope.CONSENTS_READ)
    forms = everything(registry.forms.list_forms, caller) if Scope.FORMS_READ in scopes else ()
    reads_channels = Scope.CHANNELS_READ in scopes
    channels = everything(registry.channels.list_channels, caller) if reads_channels else ()
    return {
        "units": {key: each.name for key, each in units_in_sight(registry, narrowed).items()},
        "forms": {each.id: each.name for each in forms},
        "closed_forms": {each.id for each in forms if each.closed},
        "channels": {each.id: each.channel.name for each in channels if not each.channel.closed},
        "zone": zone_of(registry, caller),
        "may_ask": Scope.CONSENTS_WRITE in narrowed.actor.scopes,
    }


ROUTES: Final = (show_campaigns, preview, start, show_campaign, remind)
