"""
Let members add passkeys to their own account, and remove them.
"""

from typing import Any, Final

from litestar import Request, Response, post
from litestar.di import NamedDependency

from service.decision.ids import PasskeyId
from service.errors import Conflict, InvalidInput, NotFound, NotIdentified, TooMany
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.session import origin_of, session_cookie, session_token
from service.web.staff.account import PATH as ACCOUNT
from service.web.staff.account import account_page

PATH: Final = f"{ACCOUNT}/passkeys"


@post(PATH, sync_to_thread=True, status_code=200, operation_id="beginOwnPasskey")
def begin_own_passkey(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Begin to add a passkey.
    """
    name = fields["passkey_name"]
    try:
        offer = registry.staff.begin_passkey(
            session_token(request), name, fields.secret("passkey_password")
        )
    except InvalidInput:
        return account_page(request, registry, fault="passkey_name", typed=name)
    except NotIdentified:
        return account_page(request, registry, fault="passkey_password", typed=name)
    except Conflict:
        return account_page(request, registry, fault="passkey", typed=name)
    except TooMany:
        return account_page(request, registry, fault="too-many", typed=name)
    address = registry.staff.find_factors(session_token(request)).address
    return page(
        request,
        "staff/passkey_new.html",
        offer=offer,
        address=address,
        action=f"{PATH}/confirm",
        away=ACCOUNT,
        back="",
    )


@post(f"{PATH}/confirm", sync_to_thread=True, status_code=200, operation_id="confirmOwnPasskey")
def confirm_own_passkey(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Take it into use; every other session ends.
    """
    try:
        done = registry.staff.confirm_passkey(
            session_token(request), fields["answer"], origin_of(request)
        )
    except NotIdentified:
        return account_page(request, registry, fault="passkey")
    except TooMany:
        return account_page(request, registry, fault="too-many")
    shown = (
        page(request, "staff/recovery_codes.html", codes=done.recovery_codes, back=ACCOUNT)
        if done.recovery_codes
        else see_other(f"{ACCOUNT}?changed")
    )
    shown.set_cookie(session_cookie(done.signed_in.token))
    return shown


@post(f"{PATH}/remove", sync_to_thread=True, status_code=200, operation_id="removeOwnPasskey")
def remove_own_passkey(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Remove one; every other session ends.
    """
    try:
        registry.staff.remove_passkey(
            session_token(request), PasskeyId(fields["passkey"]), fields.secret("removal_password")
        )
    except NotFound:
        # Removed meanwhile, in another window.
        return see_other(ACCOUNT)
    except NotIdentified:
        return account_page(request, registry, fault="removal_password")
    except Conflict:
        return account_page(request, registry, fault="passkey_last")
    except TooMany:
        return account_page(request, registry, fault="too-many")
    return see_other(f"{ACCOUNT}?changed")


ROUTES: Final = (begin_own_passkey, confirm_own_passkey, remove_own_passkey)
