"""
List hooks, and register one.
"""

from dataclasses import replace
from typing import Any, Final
from uuid import uuid4

from litestar import Request, Response, get, post
from litestar.di import NamedDependency

from service.errors import AlreadyExists, Conflict, InvalidInput
from service.usecases.caller import Caller, Idempotency
from service.usecases.registry import Registry
from service.web.fields import NOTHING, Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.hooks.cards import card_of
from service.web.staff.hooks.reading import KNOWN, PATH, notice_of, ticked, told_of
from service.web.staff.hooks.secrets import show_secret
from service.web.staff.people.person import zone_of


@get(PATH, sync_to_thread=True, operation_id="showHooks")
def show_hooks(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List every hook with the last that it was told.
    """
    hooks = registry.hooks.list_hooks(request.auth)
    last = [told_of(registry, request.auth, each.id, limit=1).items for each in hooks]
    return page(
        request,
        "staff/hooks/list.html",
        hooks=[
            (card_of(each), next(iter(told), None)) for each, told in zip(hooks, last, strict=True)
        ],
        notice=notice_of(request),
        zone=zone_of(registry, request.auth),
    )


@get(f"{PATH}/new", sync_to_thread=True, operation_id="showNewHook")
def show_new_hook(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show an empty form.
    """
    registry.hooks.list_hooks(request.auth)  # whoever may not list them, registers none
    return _form(request, NOTHING, "", uuid4().hex)


@post(PATH, sync_to_thread=True, status_code=200, operation_id="registerHookOnPage")
def register_hook(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Register an address and show its secret, or what is wrong.
    """
    url, events, once = fields["url"], ticked(fields), fields["once"] or uuid4().hex
    same = Idempotency.of_form(once, {"url": url, "events": sorted(events)})
    try:
        made = registry.hooks.register_hook(replace(request.auth, idempotency=same), url, events)
    except AlreadyExists:
        return see_other(f"{PATH}?registered")
    except Conflict:
        return _form(request, fields, "full", once)
    except InvalidInput as refused:
        return _form(request, fields, refused.field or "url", once)
    return show_secret(request, made)


def _form(
    request: Request[Any, Caller, Any], fields: Fields, fault: str, once: str
) -> Response[bytes]:
    """
    Show the form of a new hook with what stands in it, and what is wrong with it.
    """
    return page(
        request,
        "staff/hooks/new.html",
        status=422 if fault else 200,
        typed_url=fields["url"],
        chosen=ticked(fields),
        known=KNOWN,
        fault=fault,
        once=once,
    )


ROUTES: Final = (show_hooks, show_new_hook, register_hook)
