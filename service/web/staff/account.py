"""
Show members their account: language, password, factor, sessions.
"""

from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import SessionId
from service.errors import Conflict, InvalidInput, NotFound, NotIdentified, TooMany
from service.records.notices import BINDING, Topic
from service.records.organisation import SecondFactor
from service.usecases.caller import Caller
from service.usecases.notices import topics_for
from service.usecases.registry import Registry
from service.usecases.staff import FactorOffer, MemberDetails
from service.web.catalogue import LANGUAGES
from service.web.fields import Fields
from service.web.language import COOKIE as LANGUAGE_COOKIE
from service.web.redirects import see_other
from service.web.render import page, texts_of
from service.web.session import member_of, origin_of, session_cookie, session_token
from service.web.staff.browsers import browsers_of
from service.web.staff.qr import qr_code

PATH: Final = "/account"
FACTOR: Final = "/account/factor"


@get(PATH, sync_to_thread=True, operation_id="showAccount")
def show_account(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show one's own account.
    """
    return account_page(request, registry, changed="changed" in request.query_params)


@post(f"{PATH}/language", sync_to_thread=True, operation_id="chooseOwnLanguage")
def choose_own_language(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Keep the language that somebody reads, wherever they sign in.
    """
    member, chosen = member_of(request).member, fields["language"]
    if chosen in LANGUAGES and chosen != member.language.partition("-")[0]:
        registry.staff.change_member(request.auth, member.id, MemberDetails(language=chosen))
    response = see_other(f"{PATH}?changed")
    # What was chosen in the footer of this browser gives way.
    response.set_cookie(Cookie(LANGUAGE_COOKIE, value="", path="/", max_age=0))
    return response


@post(f"{PATH}/notices", sync_to_thread=True, operation_id="chooseOwnNotices")
def choose_own_notices(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Keep of what somebody wants letters, where that is theirs to choose.
    """
    member, chosen = member_of(request).member, fields.many("notices")
    offered = _chosen_freely(request)
    quiet = (member.quiet - offered) | {each for each in offered if each.value not in chosen}
    registry.staff.change_member(request.auth, member.id, MemberDetails(quiet=frozenset(quiet)))
    return see_other(f"{PATH}?changed")


@post(f"{PATH}/password", sync_to_thread=True, status_code=200, operation_id="changeOwnPassword")
def change_own_password(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Change the password; every other session ends.
    """
    try:
        signed_in = registry.staff.change_password(
            session_token(request),
            fields.secret("current_password"),
            fields.secret("password"),
            origin_of(request),
        )
    except InvalidInput:
        return account_page(request, registry, fault="password")
    except NotIdentified:
        return account_page(request, registry, fault="current_password")
    except TooMany:
        return account_page(request, registry, fault="too-many")
    response = see_other(f"{PATH}?changed")
    response.set_cookie(session_cookie(signed_in.token))
    return response


@post(FACTOR, sync_to_thread=True, status_code=200, operation_id="beginOwnFactor")
def begin_own_factor(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Begin to set up another second factor.
    """
    try:
        offer = registry.staff.begin_factor(
            session_token(request), fields.secret("factor_password")
        )
    except NotIdentified:
        return account_page(request, registry, fault="factor_password")
    except TooMany:
        return account_page(request, registry, fault="too-many")
    return _offer(request, offer)


@post(f"{FACTOR}/confirm", sync_to_thread=True, status_code=200, operation_id="confirmOwnFactor")
def confirm_own_factor(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Take it into use; every other session ends.
    """
    token = session_token(request)
    try:
        done = registry.staff.confirm_factor(token, fields["code"], origin_of(request))
    except (NotIdentified, TooMany):
        return _offer(request, None)
    shown = page(request, "staff/recovery_codes.html", codes=done.recovery_codes, back=PATH)
    shown.set_cookie(session_cookie(done.signed_in.token))
    return shown


@post(f"{FACTOR}/remove", sync_to_thread=True, status_code=200, operation_id="removeOwnFactor")
def remove_own_factor(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Do without the app that shows codes; every other session ends.
    """
    try:
        registry.staff.remove_factor(
            session_token(request), fields.secret("factor_removal_password")
        )
    except NotFound:
        # Removed meanwhile, in another window.
        return see_other(PATH)
    except NotIdentified:
        return account_page(request, registry, fault="factor_removal_password")
    except Conflict:
        return account_page(request, registry, fault="factor_last")
    except TooMany:
        return account_page(request, registry, fault="too-many")
    return see_other(f"{PATH}?changed")


@post(f"{PATH}/sessions/{{session_id:str}}/end", sync_to_thread=True, operation_id="endOwnSession")
def end_own_session(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    session_id: FromPath[str],
) -> Response[bytes]:
    """
    End a session elsewhere.
    """
    registry.staff.revoke_session(request.auth, SessionId(session_id))
    return see_other(f"{PATH}?changed")


def _chosen_freely(request: Request[Any, Caller, Any]) -> frozenset[Topic]:
    """
    Give of what somebody may be told, and need not.
    """
    return frozenset(topics_for(request.auth)) - BINDING


def account_page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    *,
    fault: str = "",
    changed: bool = False,
    typed: str = "",
) -> Response[bytes]:
    """
    Show the account with what is wrong in one of its forms.

    Args:
        typed: What a passkey was to be called.
    """
    here = member_of(request)
    house = registry.organisations.get_settings(request.auth)
    sessions = registry.staff.list_sessions(request.auth)
    factors = registry.staff.find_factors(session_token(request))
    return page(
        request,
        "staff/account.html",
        status=422 if fault else 200,
        fault=fault,
        changed=changed,
        typed=typed,
        member=here.member,
        topics=topics_for(request.auth),
        binding=BINDING,
        here=here.session.id,
        previous_visit_at=here.session.previous_visit_at,
        sessions=sessions,
        browsers=browsers_of(sessions, texts_of(request)),
        factors=factors,
        named_passkeys=[(each.id, each.name) for each in factors.passkeys],
        is_factor_needed=house.second_factor is SecondFactor.REQUIRED,
        zone=ZoneInfo(house.time_zone),
    )


def _offer(request: Request[Any, Caller, Any], offer: FactorOffer | None) -> Response[bytes]:
    """
    Show a second factor that is being set up; after a wrong code, the field alone.
    """
    return page(
        request,
        "staff/account_factor.html",
        status=200 if offer else 422,
        secret=offer.secret if offer else "",
        address=offer.address if offer else "",
        qr=qr_code(offer.address) if offer else "",
    )


ROUTES: Final = (
    show_account,
    choose_own_language,
    choose_own_notices,
    change_own_password,
    begin_own_factor,
    confirm_own_factor,
    remove_own_factor,
    end_own_session,
)
