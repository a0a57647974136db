"""
Sign in through the provider of one's organisation.

Leaving is a link, not a form: browsers follow no form that leads to another house, as
the policy of our pages says.  What leaves with it is bound to this browser by a cookie.
"""

from typing import Any, Final
from urllib.parse import urlencode

from litestar import Request, Response, get
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.channels import Contact
from service.errors import NotFound, TooMany
from service.records.openid import ProviderTrouble, Trouble
from service.usecases.openid import Callback
from service.usecases.openid.coming_back import callback_path
from service.usecases.registry import Registry
from service.web.language import own_path
from service.web.redirects import see_other
from service.web.render import page
from service.web.session import origin_of
from service.web.staff.entrance import PATH, lead_on, remembered_house

LEAVE: Final = f"{PATH}/openid"
TOLD: Final = f"{PATH}/outside"
NOBODY: Final = "nobody"
KEPT: Final = "__Host-obstat-openid"
"""What a browser keeps while somebody is at the provider; it opens nothing."""
_WAY_SECONDS: Final = 600
_LONGEST: Final = 4000


@get(LEAVE, sync_to_thread=True, operation_id="leaveForProvider")
def leave_for_provider(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Send somebody to the provider of their organisation.
    """
    house = registry.organisations.find_only_organisation() or remembered_house(request)
    back = own_path(_asked(request, "back") or "/")
    try:
        departure = registry.openid.begin_sign_in(house, back, origin_of(request))
    except ProviderTrouble as refused:
        return _refused(request, refused.trouble, back)
    except TooMany:
        return page(request, "staff/openid/refused.html", status=429, trouble="", back=PATH)
    return see_other(departure.url, _kept(departure.kept, _WAY_SECONDS))


@get(callback_path("{house:str}"), sync_to_thread=True, operation_id="returnFromProvider")
def return_from_provider(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    house: FromPath[str],
) -> Response[bytes]:
    """
    Let in who comes back, or say why not.
    """
    callback = Callback(
        house=house,
        state=_asked(request, "state"),
        code=_asked(request, "code"),
        issuer=_asked(request, "iss"),
        kept=request.cookies.get(KEPT, "")[:_LONGEST],
    )
    try:
        arrival = registry.openid.finish_sign_in(callback, origin_of(request))
    except ProviderTrouble as refused:
        response = _told(request, refused.trouble.value)
    else:
        if arrival.signed_in is None:
            response = _told(request, NOBODY, arrival.contact)
        else:
            response = lead_on(arrival.signed_in, own_path(arrival.back))
    response.set_cookie(_kept("", 0))
    return response


@get(f"{TOLD}/{{why:str}}", sync_to_thread=True, operation_id="tellWhyOutside")
def tell_why_outside(request: Request[Any, Any, Any], why: FromPath[str]) -> Response[bytes]:
    """
    Say again why somebody did not come in, perhaps in another language.

    What they brought back was good for one look.

    Raises:
        NotFound: Nobody is told so.
    """
    if why != NOBODY and why not in list(Trouble):
        raise NotFound("There is no such page.")
    return _told(request, why)


def _told(
    request: Request[Any, Any, Any], why: str, contact: Contact | None = None
) -> Response[bytes]:
    """
    Say why somebody who came back stays outside, at an address that may be loaded again.

    Args:
        contact: Whom to ask; only those are told of whom a provider has vouched.
    """
    stays = f"{TOLD}/{why}"
    if why == NOBODY:
        name = "staff/openid/nobody.html"
        return page(request, name, status=403, contact=contact, path=stays)
    return _refused(request, Trouble(why), path=stays)


def _asked(request: Request[Any, Any, Any], name: str) -> str:
    return request.query_params.get(name, "")[:_LONGEST]


def _kept(value: str, seconds: int) -> Cookie:
    return Cookie(
        KEPT,
        value=value,
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
        max_age=seconds,
    )


def _refused(
    request: Request[Any, Any, Any], trouble: Trouble, back: str = "/", **more: str
) -> Response[bytes]:
    """
    Say why signing in did not work, and lead back to where it begins.
    """
    again = f"{PATH}?{urlencode({'back': back})}" if back != "/" else PATH
    name, why = "staff/openid/refused.html", trouble.value
    return page(request, name, status=422, trouble=why, back=again, **more)


ROUTES: Final = (leave_for_provider, return_from_provider, tell_why_outside)
