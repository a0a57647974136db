"""
Read what the pages of hooks share.
"""

from typing import Any, Final

from litestar import Request

from service.records.hooks import CHOSEN_EVENTS, HookDelivery, HookEvent, HookId
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.listings import cursor

PATH: Final = "/hooks"
KNOWN: Final = CHOSEN_EVENTS
_AT_ONCE: Final = 20
_NOTICES: Final = ("deleted", "registered", "changed", "paused", "resumed", "again", "tried")


def told_of(
    registry: Registry, caller: Caller, hook_id: HookId, before: str = "", limit: int = _AT_ONCE
) -> Listing[HookDelivery]:
    """
    Give what a hook was told, the newest first.
    """
    asked = Page(limit=limit, after=cursor(before), newest_first=True)
    return registry.hooks.list_hook_deliveries(caller, hook_id, asked)


def ticked(fields: Fields) -> frozenset[HookEvent]:
    """
    Read what is ticked.
    """
    sent = fields.many("events")
    return frozenset(each for each in KNOWN if each.value in sent)


def notice_of(request: Request[Any, Caller, Any]) -> str:
    """
    Give what was done just now; empty: nothing.
    """
    return next((each for each in _NOTICES if each in request.query_params), "")
