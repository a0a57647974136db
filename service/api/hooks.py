"""
Hooks: addresses of programs that are told when something happens.
"""

from litestar import Router, delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from service.api.hook_structs import (
    HookChange,
    HookDeliveryOut,
    HookIn,
    HookOut,
    HooksOut,
    RegisteredHookOut,
)
from service.api.requests import After, Limit, Once, page
from service.api.wire import PageOut
from service.records.hooks import HookDeliveryId, HookId
from service.usecases.caller import Caller
from service.usecases.registry import Registry


@post("/", operation_id="registerHook", sync_to_thread=True)
def register_hook(
    data: JSONBody[HookIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> RegisteredHookOut:
    """
    Register an address; its secret is shown this once.
    """
    return RegisteredHookOut.of(
        registry.hooks.register_hook(once(data), data.url, frozenset(data.events))
    )


@get("/", operation_id="listHooks", sync_to_thread=True)
def list_hooks(caller: NamedDependency[Caller], registry: NamedDependency[Registry]) -> HooksOut:
    """
    List hooks.
    """
    return HooksOut([HookOut.of(each) for each in registry.hooks.list_hooks(caller)])


@get("/{hook_id:str}", operation_id="getHook", sync_to_thread=True)
def get_hook(
    hook_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HookOut:
    """
    Give one hook.
    """
    return HookOut.of(registry.hooks.get_hook(caller, HookId(hook_id)))


@patch("/{hook_id:str}", operation_id="changeHook", sync_to_thread=True)
def change_hook(
    hook_id: FromPath[str],
    data: JSONBody[HookChange],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HookOut:
    """
    Have a hook told of other events; another address is another hook.
    """
    return HookOut.of(registry.hooks.change_hook(caller, HookId(hook_id), frozenset(data.events)))


@post(
    "/{hook_id:str}/secret",
    operation_id="rotateHookSecret",
    status_code=200,
    sync_to_thread=True,
)
def rotate_hook_secret(
    hook_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> RegisteredHookOut:
    """
    Give a hook another secret, shown this once.

    The old one signs along for a day.
    """
    return RegisteredHookOut.of(registry.hooks.rotate_hook_secret(caller, HookId(hook_id)))


@put("/{hook_id:str}", operation_id="renewHook", sync_to_thread=True)
def renew_hook(
    hook_id: FromPath[str],
    data: JSONBody[HookIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> RegisteredHookOut:
    """
    Say a hook anew whose seal does not open (`is_locked`).

    Its new secret is shown this once.  What waits for it goes to the address said now.
    """
    return RegisteredHookOut.of(
        registry.hooks.renew_hook(caller, HookId(hook_id), data.url, frozenset(data.events))
    )


@post("/{hook_id:str}/disable", operation_id="disableHook", status_code=200, sync_to_thread=True)
def disable_hook(
    hook_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HookOut:
    """
    Send nothing there until it is enabled again.

    Of what happens meanwhile it is never told.
    """
    return HookOut.of(registry.hooks.disable_hook(caller, HookId(hook_id)))


@post("/{hook_id:str}/enable", operation_id="enableHook", status_code=200, sync_to_thread=True)
def enable_hook(
    hook_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HookOut:
    """
    Send there again.
    """
    return HookOut.of(registry.hooks.enable_hook(caller, HookId(hook_id)))


@delete("/{hook_id:str}", operation_id="deleteHook", sync_to_thread=True)
def delete_hook(
    hook_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> None:
    """
    Delete a hook with its deliveries, sent or not.
    """
    registry.hooks.delete_hook(caller, HookId(hook_id))


@get("/{hook_id:str}/deliveries", operation_id="listHookDeliveries", sync_to_thread=True)
def list_hook_deliveries(
    hook_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
) -> PageOut[HookDeliveryOut]:
    """
    List what was sent to a hook and what became of it, oldest first.
    """
    asked = page(limit, after, None)
    listing = registry.hooks.list_hook_deliveries(caller, HookId(hook_id), asked)
    return PageOut([HookDeliveryOut.of(each) for each in listing.items], listing.next_after)


@post(
    "/{hook_id:str}/deliveries/{delivery_id:str}/retry",
    operation_id="renewMessage",
    status_code=200,
    sync_to_thread=True,
)
def renew_message(
    hook_id: FromPath[str],
    delivery_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HookDeliveryOut:
    """
    Send a message again, under the same `webhook-id`.
    """
    found = registry.hooks.renew_message(caller, HookId(hook_id), HookDeliveryId(delivery_id))
    return HookDeliveryOut.of(found)


@post("/{hook_id:str}/try", operation_id="tryHook", sync_to_thread=True)
def try_hook(
    hook_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HookDeliveryOut:
    """
    Send a hook a message that tells of nothing (`hook.tried`), to try it.
    """
    return HookDeliveryOut.of(registry.hooks.try_hook(caller, HookId(hook_id)))


ROUTES = Router(
    "/hooks",
    route_handlers=[
        register_hook,
        list_hooks,
        get_hook,
        change_hook,
        rotate_hook_secret,
        renew_hook,
        disable_hook,
        enable_hook,
        delete_hook,
        list_hook_deliveries,
        try_hook,
        renew_message,
    ],
    tags=["hooks"],
)
