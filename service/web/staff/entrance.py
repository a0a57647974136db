"""
Sign in, in two steps, and sign out.

What a passkey does in either step stands in `passkey_entrance.py`.
"""

from typing import Any, Final
from urllib.parse import urlencode

from litestar import Request, Response, get, post
from litestar.di import NamedDependency

from service.errors import NotIdentified, TooMany
from service.records.staff import Stage
from service.usecases.registry import Registry
from service.usecases.staff import FactorSet, SignedIn
from service.web.fields import Fields
from service.web.language import own_path
from service.web.redirects import see_other
from service.web.render import page
from service.web.session import (
    HOUSE,
    house_cookie,
    no_session,
    no_step,
    origin_of,
    session_cookie,
    session_token,
    step_cookie,
    step_token,
)
from service.web.staff.qr import qr_code

PATH: Final = "/sign-in"
CODE_PATH: Final = "/sign-in/code"
FACTOR_PATH: Final = "/sign-in/factor"
_LONGEST_SLUG: Final = 63


@get(PATH, sync_to_thread=True, operation_id="showSignIn")
def show_sign_in(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Ask for address and password.
    """
    return _ask(request, registry, changed="changed" in request.query_params)


@post(PATH, sync_to_thread=True, status_code=200, operation_id="signInOnPage")
def sign_in(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Look at address and password, and lead on to the code.
    """
    house = registry.organisations.find_only_organisation() or fields["house"]
    try:
        signed_in = registry.staff.sign_in(
            house, fields["email"], fields.secret("password"), origin_of(request)
        )
    except NotIdentified as refused:
        return _ask(request, registry, fault=refused.field or "wrong", typed=fields)
    except TooMany:
        return _ask(request, registry, fault="too-many", typed=fields)
    return lead_on(signed_in, own_path(fields["back"] or "/"))


@get(CODE_PATH, sync_to_thread=True, operation_id="showCodePage")
def show_code(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Ask for the code of the second factor.
    """
    return ask_code(request, registry)


@post(CODE_PATH, sync_to_thread=True, status_code=200, operation_id="confirmCodeOnPage")
def confirm_code(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Look at the code, and let in.
    """
    try:
        signed_in = registry.staff.confirm_code(
            step_token(request), fields["code"], origin_of(request)
        )
    except NotIdentified as refused:
        if refused.field != "code":
            return see_other(PATH)
        return ask_code(request, registry, "wrong", fields["back"])
    except TooMany:
        return ask_code(request, registry, "too-many", fields["back"])
    return lead_on(signed_in, own_path(fields["back"] or "/"))


@get(FACTOR_PATH, sync_to_thread=True, operation_id="showFactorPage")
def show_factor(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show what an app needs to make codes.
    """
    return offer_factor(request, registry, request.query_params.get("back", ""))


@post(FACTOR_PATH, sync_to_thread=True, status_code=200, operation_id="confirmFactorOnPage")
def confirm_factor(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Take the second factor into use, and show the recovery codes once.
    """
    try:
        done = registry.staff.confirm_factor(
            step_token(request), fields["code"], origin_of(request)
        )
    except NotIdentified as refused:
        if refused.field != "code":
            return see_other(PATH)
        return offer_factor(request, registry, fields["back"], "wrong")
    except TooMany:
        return offer_factor(request, registry, fields["back"], "too-many")
    return let_in(request, done, fields["back"])


@post("/sign-out", sync_to_thread=True, operation_id="signOutOnPage")
def sign_out(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    End the session and forget everything that this browser kept of it.
    """
    registry.staff.sign_out(session_token(request))
    response = see_other(PATH)
    response.set_cookie(no_session())
    response.set_cookie(no_step())
    # A shared telephone must show nothing to whoever takes it next (threat T23).
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def lead_on(signed_in: SignedIn, back: str) -> Response[bytes]:
    """
    Lead to the step that comes next, or to where somebody wanted to go.
    """
    if signed_in.stage is Stage.FULL:
        response = see_other(back)
        response.set_cookie(session_cookie(signed_in.token))
        response.set_cookie(no_step())
        response.set_cookie(house_cookie(signed_in.house))
        return response
    path = CODE_PATH if signed_in.stage is Stage.CODE else FACTOR_PATH
    response = see_other(f"{path}?{urlencode({'back': back})}" if back != "/" else path)
    response.set_cookie(step_cookie(signed_in.token))
    response.set_cookie(house_cookie(signed_in.house))
    return response


def let_in(request: Request[Any, Any, Any], done: FactorSet, back: str) -> Response[bytes]:
    """
    Let in whoever set up a factor, and show the recovery codes once.
    """
    back = own_path(back or "/")
    shown = page(request, "staff/recovery_codes.html", codes=done.recovery_codes, back=back)
    shown.set_cookie(session_cookie(done.signed_in.token))
    shown.set_cookie(no_step())
    return shown


def remembered_house(request: Request[Any, Any, Any]) -> str:
    """
    Give the organisation of the last time, or of the link to here.
    """
    asked = request.query_params.get("house") or request.cookies.get(HOUSE, "")
    return asked[:_LONGEST_SLUG]


def _ask(
    request: Request[Any, Any, Any],
    registry: Registry,
    *,
    fault: str = "",
    typed: Fields | None = None,
    changed: bool = False,
) -> Response[bytes]:
    """
    Show the form for address and password.
    """
    only_house = registry.organisations.find_only_organisation()
    house = typed["house"] if typed else remembered_house(request)
    return page(
        request,
        "staff/sign_in.html",
        status=_STATUS[fault],
        fault=fault,
        changed=changed,
        asks_house=only_house is None,
        house=house,
        provider=registry.openid.offer_provider(only_house or house),
        email=typed["email"] if typed else "",
        back=typed["back"] if typed else request.query_params.get("back", ""),
    )


def ask_code(
    request: Request[Any, Any, Any], registry: Registry, fault: str = "", back: str = ""
) -> Response[bytes]:
    """
    Show the form for the code, and for a passkey if there is one.
    """
    try:
        factors = registry.staff.find_factors(step_token(request))
    except NotIdentified:
        return see_other(PATH)
    return page(
        request,
        "staff/sign_in_code.html",
        status=_STATUS[fault],
        fault=fault,
        factors=factors,
        back=back or request.query_params.get("back", ""),
    )


def offer_factor(
    request: Request[Any, Any, Any],
    registry: Registry,
    back: str,
    fault: str = "",
    typed: str = "",
) -> Response[bytes]:
    """
    Show the factor that is being set up: the same after a wrong code.
    """
    try:
        offer = registry.staff.begin_factor(step_token(request))
        factors = registry.staff.find_factors(step_token(request))
    except NotIdentified:
        return see_other(PATH)
    return page(
        request,
        "staff/sign_in_factor.html",
        status=_STATUS[fault],
        fault=fault,
        back=back,
        factors=factors,
        typed=typed,
        secret=offer.secret,
        address=offer.address,
        qr=qr_code(offer.address),
    )


_STATUS: Final = {
    "": 200,
    "wrong": 422,
    "provider": 422,
    "passkey": 422,
    "passkey_copied": 422,
    "passkey_name": 422,
    "too-many": 429,
}
"""What is wrong with a step, and how that is told to a program."""

ROUTES: Final = (
    show_sign_in,
    sign_in,
    show_code,
    confirm_code,
    show_factor,
    confirm_factor,
    sign_out,
)
