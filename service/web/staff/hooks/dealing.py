"""
Deal with one hook: what it is told, its secret, its end.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from service.errors import Conflict, InvalidInput
from service.records.hooks import HookDeliveryId, HookId
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import NOTHING, Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.hooks.cards import card_of, page_of
from service.web.staff.hooks.reading import KNOWN, PATH, notice_of, ticked, told_of
from service.web.staff.hooks.secrets import show_secret
from service.web.staff.people.person import zone_of


@get(f"{PATH}/{{hook_id:str}}", sync_to_thread=True, operation_id="showHook")
def show_hook(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
    before: FromQuery[str] = "",
) -> Response[bytes]:
    """
    Show a hook with what it was told, the newest first.
    """
    return _hook(request, registry, HookId(hook_id), before=before)


@post(f"{PATH}/{{hook_id:str}}/events", sync_to_thread=True, operation_id="changeHookOnPage")
def change_hook(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Have a hook told of what is ticked.
    """
    try:
        registry.hooks.change_hook(request.auth, HookId(hook_id), ticked(fields))
    except InvalidInput:
        return _hook(request, registry, HookId(hook_id), "events", fields)
    return see_other(f"{PATH}/{hook_id}?changed")


@post(f"{PATH}/{{hook_id:str}}/pause", sync_to_thread=True, operation_id="disableHookOnPage")
def disable_hook(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
) -> Response[bytes]:
    """
    Send nothing there for a while.
    """
    registry.hooks.disable_hook(request.auth, HookId(hook_id))
    return see_other(f"{PATH}/{hook_id}?paused")


@post(f"{PATH}/{{hook_id:str}}/resume", sync_to_thread=True, operation_id="enableHookOnPage")
def enable_hook(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
) -> Response[bytes]:
    """
    Send there again.
    """
    registry.hooks.enable_hook(request.auth, HookId(hook_id))
    return see_other(f"{PATH}/{hook_id}?resumed")


@post(
    f"{PATH}/{{hook_id:str}}/secret",
    sync_to_thread=True,
    status_code=200,
    operation_id="rotateHookSecretOnPage",
)
def rotate_hook_secret(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
) -> Response[bytes]:
    """
    Give a hook another secret, shown this once.
    """
    try:
        made = registry.hooks.rotate_hook_secret(request.auth, HookId(hook_id))
    except Conflict:
        return _hook(request, registry, HookId(hook_id), "often")
    return show_secret(request, made, is_rotated=True)


@post(
    f"{PATH}/{{hook_id:str}}/renew",
    sync_to_thread=True,
    status_code=200,
    operation_id="renewHookOnPage",
)
def renew_hook(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Say a hook anew whose seal does not open; its secret is shown this once.
    """
    url, events = fields["url"], ticked(fields)
    try:
        made = registry.hooks.renew_hook(request.auth, HookId(hook_id), url, events)
    except InvalidInput as refused:
        return _hook(request, registry, HookId(hook_id), refused.field or "url", fields)
    except Conflict:
        return see_other(f"{PATH}/{hook_id}?registered")
    return show_secret(request, made)


@post(f"{PATH}/{{hook_id:str}}/delete", sync_to_thread=True, operation_id="deleteHookOnPage")
def delete_hook(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Delete a hook, by whoever says that it is meant.
    """
    if not fields["sure"]:
        return _hook(request, registry, HookId(hook_id), "unsure")
    registry.hooks.delete_hook(request.auth, HookId(hook_id))
    return see_other(f"{PATH}?deleted")


@post(f"{PATH}/{{hook_id:str}}/try", sync_to_thread=True, operation_id="tryHookOnPage")
def try_hook(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
) -> Response[bytes]:
    """
    Send a message that tells of nothing.
    """
    try:
        registry.hooks.try_hook(request.auth, HookId(hook_id))
    except Conflict:
        return _hook(request, registry, HookId(hook_id), "over")
    return see_other(f"{PATH}/{hook_id}?tried")


@post(
    f"{PATH}/{{hook_id:str}}/messages/{{delivery_id:str}}/retry",
    sync_to_thread=True,
    operation_id="renewMessageOnPage",
)
def renew_message(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    hook_id: FromPath[str],
    delivery_id: FromPath[str],
) -> Response[bytes]:
    """
    Send a message again, under its id.
    """
    try:
        registry.hooks.renew_message(request.auth, HookId(hook_id), HookDeliveryId(delivery_id))
    except Conflict:
        return _hook(request, registry, HookId(hook_id), "over")
    return see_other(f"{PATH}/{hook_id}?again")


def _hook(
    request: Request[Any, Caller, Any],
    registry: Registry,
    hook_id: HookId,
    fault: str = "",
    fields: Fields = NOTHING,
    before: str = "",
) -> Response[bytes]:
    """
    Show one hook, and what was wrong with what was asked of it.
    """
    hook = registry.hooks.get_hook(request.auth, hook_id)
    told = told_of(registry, request.auth, hook_id, before)
    return page(
        request,
        "staff/hooks/hook.html",
        status=422 if fault else 200,
        hook=card_of(hook),
        deliveries=told.items,
        about={each.message.id: page_of(each.message) for each in told.items},
        older=told.next_after,
        known=KNOWN,
        chosen=ticked(fields) if fault in {"url", "events"} else hook.events,
        typed_url=fields["url"],
        fault=fault,
        notice=notice_of(request),
        zone=zone_of(registry, request.auth),
    )


ROUTES: Final = (
    show_hook,
    change_hook,
    disable_hook,
    enable_hook,
    rotate_hook_secret,
    renew_hook,
    delete_hook,
    try_hook,
    renew_message,
)
