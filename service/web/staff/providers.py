"""
Say through which provider the staff sign in, and try it.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import MemberId
from service.errors import InvalidInput, NotFound
from service.records.openid import Provider
from service.usecases.caller import Caller
from service.usecases.openid import ProviderDetails, Trial
from service.usecases.openid.coming_back import callback_path
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.entrance import PATH as SIGN_IN
from service.web.staff.people.person import zone_of

PATH: Final = "/settings/sign-in"
LINES: Final = ("issuer", "client_id", "name")
BOXES: Final = ("trusts_addresses", "asks_factor", "is_only_way")
_NOTICES: Final = ("saved", "removed", "unlinked")

Values = dict[str, str | bool]


@get(PATH, sync_to_thread=True, operation_id="showProvider")
def show_provider(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show the provider in the form that changes it.
    """
    return _shown(request, registry)


@post(PATH, sync_to_thread=True, operation_id="setProviderOnPage")
def set_provider(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Write what was typed, or show what is wrong with it.
    """
    details = ProviderDetails(
        issuer=fields["issuer"],
        client_id=fields["client_id"],
        client_secret=fields["client_secret"] or None,
        name=fields["name"],
        trusts_addresses="trusts_addresses" in fields,
        asks_factor="asks_factor" in fields,
        is_only_way="is_only_way" in fields,
    )
    try:
        registry.openid.set_provider(request.auth, details)
    except InvalidInput as refused:
        typed: Values = {each: fields[each] for each in LINES}
        ticked: Values = {each: each in fields for each in BOXES}
        return _shown(request, registry, fault=refused.field or "issuer", typed=typed | ticked)
    return see_other(f"{PATH}?saved")


@post(f"{PATH}/try", sync_to_thread=True, status_code=200, operation_id="tryProviderOnPage")
def try_provider(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Ask the provider what it says of itself, and show what came of it.
    """
    return _shown(request, registry, trial=registry.openid.try_provider(request.auth))


@post(f"{PATH}/remove", sync_to_thread=True, operation_id="removeProviderOnPage")
def remove_provider(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Remove the provider, by whoever says that it is meant.
    """
    if not fields["sure"]:
        return _shown(request, registry, fault="unsure")
    registry.openid.remove_provider(request.auth)
    return see_other(f"{PATH}?removed")


@post(
    f"{PATH}/links/{{member_id:str}}/forget",
    sync_to_thread=True,
    operation_id="unlinkMemberOnPage",
)
def unlink_member(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    member_id: FromPath[str],
) -> Response[bytes]:
    """
    Forget which account at the provider a member has.
    """
    registry.openid.unlink_member(request.auth, MemberId(member_id))
    return see_other(f"{PATH}?unlinked")


def _shown(
    request: Request[Any, Caller, Any],
    registry: Registry,
    *,
    fault: str = "",
    typed: Values | None = None,
    trial: Trial | None = None,
) -> Response[bytes]:
    """
    Show what is so, what was typed, and what is wrong with it.
    """
    links = registry.openid.list_links(request.auth)
    provider = _found(request, registry)
    return page(
        request,
        "staff/openid/provider.html",
        status=422 if fault else 200,
        provider=provider,
        values=typed or _values(provider),
        callback=registry.openid.get_callback(request.auth),
        entry=_entry(request, registry),
        boxes=BOXES,
        links=links,
        fault=fault,
        trial=trial,
        notice=next((each for each in _NOTICES if each in request.query_params), ""),
        zone=zone_of(registry, request.auth),
    )


def _entry(request: Request[Any, Caller, Any], registry: Registry) -> str:
    """
    Give the address of the page of signing in that offers the provider.
    """
    slug = registry.organisations.get_settings(request.auth).slug
    callback = registry.openid.get_callback(request.auth)
    sign_in = callback.removesuffix(callback_path(slug)) + SIGN_IN
    is_only = registry.organisations.find_only_organisation() is not None
    return sign_in if is_only else f"{sign_in}?house={slug}"


def _found(request: Request[Any, Caller, Any], registry: Registry) -> Provider | None:
    try:
        return registry.openid.get_provider(request.auth)
    except NotFound:
        return None


def _values(provider: Provider | None) -> Values:
    return {each: getattr(provider, each) if provider else "" for each in (*LINES, *BOXES)}


ROUTES: Final = (show_provider, set_provider, try_provider, remove_provider, unlink_member)
