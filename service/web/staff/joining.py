"""
Join by an invitation, and choose another password by a letter.

The secret of a link stands behind its `#`, which a small module puts into the form;
without scripts the code of the letter is copied.  Opening a link does nothing (threat
T4): only the button does.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency

from service.errors import InvalidInput, NotFound, TooMany
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.session import no_session, origin_of
from service.web.staff.entrance import PATH as SIGN_IN
from service.web.staff.entrance import lead_on, remembered_house

JOIN: Final = "/join"
RESET: Final = "/reset"
FORGOTTEN: Final = "/forgotten"


@get(JOIN, sync_to_thread=False, operation_id="showJoin")
def show_join(request: Request[Any, Any, Any]) -> Response[bytes]:
    """
    Ask an invited member for a password.
    """
    return _choose(request, JOIN)


@post(JOIN, sync_to_thread=True, status_code=200, operation_id="joinOnPage")
def join(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Accept an invitation, and lead on to the second factor.
    """
    link, password = fields["link"], fields.secret("password")
    try:
        signed_in = registry.staff.accept_invitation(link, password, origin_of(request))
    except NotFound:
        return _choose(request, JOIN, "link", link)
    except InvalidInput:
        return _choose(request, JOIN, "password", link)
    return lead_on(signed_in, "/")


@get(FORGOTTEN, sync_to_thread=True, operation_id="showForgotten")
def show_forgotten(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Ask for the address of whoever forgot the password.
    """
    return _ask_address(request, registry)


@post(FORGOTTEN, sync_to_thread=True, status_code=200, operation_id="requestResetOnPage")
def request_reset(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Have a letter sent; the page is the same if nobody is known there.
    """
    house = registry.organisations.find_only_organisation() or fields["house"]
    try:
        registry.staff.request_reset(house, fields["email"], origin_of(request))
    except TooMany:
        return _ask_address(request, registry, too_many=True)
    return see_other(f"{FORGOTTEN}/sent")


@get(f"{FORGOTTEN}/sent", sync_to_thread=False, operation_id="showResetSent")
def show_sent(request: Request[Any, Any, Any]) -> Response[bytes]:
    """
    Say that a letter is on its way, if the address is known.
    """
    return page(request, "staff/reset_sent.html")


@get(RESET, sync_to_thread=False, operation_id="showReset")
def show_reset(request: Request[Any, Any, Any]) -> Response[bytes]:
    """
    Ask for another password.
    """
    return _choose(request, RESET)


@post(RESET, sync_to_thread=True, status_code=200, operation_id="resetPasswordOnPage")
def reset_password(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Change the password, and lead to signing in.
    """
    link = fields["link"]
    try:
        registry.staff.reset_password(link, fields.secret("password"))
    except NotFound:
        return _choose(request, RESET, "link", link)
    except InvalidInput:
        return _choose(request, RESET, "password", link)
    response = see_other(f"{SIGN_IN}?changed")
    response.set_cookie(no_session())
    return response


def _choose(
    request: Request[Any, Any, Any], path: str, fault: str = "", link: str = ""
) -> Response[bytes]:
    """
    Show the form for a link and a password.
    """
    return page(
        request,
        "staff/choose_password.html",
        status=422 if fault else 200,
        action=path,
        joins=path == JOIN,
        fault=fault,
        link=link,
    )


def _ask_address(
    request: Request[Any, Any, Any], registry: Registry, *, too_many: bool = False
) -> Response[bytes]:
    """
    Show the form for an address.
    """
    return page(
        request,
        "staff/forgotten.html",
        status=429 if too_many else 200,
        too_many=too_many,
        asks_house=registry.organisations.find_only_organisation() is None,
        house=remembered_house(request),
    )


ROUTES: Final = (
    show_join,
    join,
    show_forgotten,
    request_reset,
    show_sent,
    show_reset,
    reset_password,
)
