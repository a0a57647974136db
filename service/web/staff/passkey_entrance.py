"""
Sign in with a passkey, or set up the first one on the way in.
"""

from typing import Any, Final

from litestar import Request, Response, post
from litestar.di import NamedDependency

from service.errors import Conflict, InvalidInput, NotIdentified, TooMany
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.language import own_path
from service.web.protection import HEADERS
from service.web.redirects import see_other
from service.web.render import page
from service.web.session import origin_of, step_token
from service.web.staff.entrance import (
    FACTOR_PATH,
    PATH,
    ask_code,
    lead_on,
    let_in,
    offer_factor,
)

PASSKEY_PATH: Final = "/sign-in/passkey"
NEW_PATH: Final = f"{FACTOR_PATH}/passkey"


@post(f"{PASSKEY_PATH}/ask", sync_to_thread=True, status_code=200, operation_id="askPasskeyOnPage")
def ask_passkey(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Give the module of the page what a passkey is to sign.
    """
    offer = registry.staff.ask_passkey(step_token(request))
    return Response(offer.options.encode(), media_type="application/json", headers=HEADERS)


@post(PASSKEY_PATH, sync_to_thread=True, status_code=200, operation_id="usePasskeyOnPage")
def use_passkey(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Look at what the passkey signed, and let in.
    """
    try:
        signed_in = registry.staff.use_passkey(
            step_token(request), fields["answer"], origin_of(request)
        )
    except NotIdentified as refused:
        if refused.field is None:
            return see_other(PATH)
        return ask_code(request, registry, refused.field, fields["back"])
    except TooMany:
        return ask_code(request, registry, "too-many", fields["back"])
    return lead_on(signed_in, own_path(fields["back"] or "/"))


@post(NEW_PATH, sync_to_thread=True, status_code=200, operation_id="beginPasskeyOnPage")
def begin_passkey(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Begin to set up a passkey instead of a code app.
    """
    token, back = step_token(request), fields["back"]
    try:
        offer = registry.staff.begin_passkey(token, fields["passkey_name"])
    except InvalidInput:
        return offer_factor(request, registry, back, "passkey_name", fields["passkey_name"])
    except Conflict:
        return offer_factor(request, registry, back, "passkey")
    except NotIdentified:
        return see_other(PATH)
    return page(
        request,
        "staff/passkey_new.html",
        offer=offer,
        address=registry.staff.find_factors(token).address,
        action=f"{NEW_PATH}/confirm",
        away=FACTOR_PATH,
        back=back,
    )


@post(
    f"{NEW_PATH}/confirm", sync_to_thread=True, status_code=200, operation_id="confirmPasskeyOnPage"
)
def confirm_passkey(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Take the passkey into use, and show the recovery codes once.
    """
    try:
        done = registry.staff.confirm_passkey(
            step_token(request), fields["answer"], origin_of(request)
        )
    except NotIdentified as refused:
        if refused.field is None:
            return see_other(PATH)
        return offer_factor(request, registry, fields["back"], "passkey")
    except TooMany:
        return offer_factor(request, registry, fields["back"], "too-many")
    return let_in(request, done, fields["back"])


ROUTES: Final = (ask_passkey, use_passkey, begin_passkey, confirm_passkey)
