"""
Let families in: the link, the code, another link.

Looking changes nothing.  The button sends a code to the registered contact; whoever
presses it without reading that mail learns nothing (threat T4).
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.errors import Conflict, NotFound, TooMany
from service.usecases.registry import Registry
from service.web.family.door import CODE, SESSION, dropped, family_page, find_family, kept
from service.web.fields import Fields
from service.web.protection import FROM_HIDDEN_ADDRESS
from service.web.redirects import see_other

FRONT: Final = "/f/{house:str}"
LINK: Final = f"{FRONT}/link/{{secret:str}}"
_LONGEST_CONTACT: Final = 254


@get(FRONT, sync_to_thread=True, operation_id="showFamilyFront")
def show_front(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry], house: FromPath[str]
) -> Response[bytes]:
    """
    Lead in whoever is in already; offer everybody else a link.
    """
    if find_family(request) is not None:
        return see_other(f"/f/{house}/people")
    trouble = "session-over" if "ended" in request.query_params else ""
    return family_page(request, registry, "front.html", trouble=trouble)


@post(
    f"{FRONT}/renew",
    sync_to_thread=True,
    operation_id="renewFamilyLink",
    opt={FROM_HIDDEN_ADDRESS: True},
)
def renew_link(
    registry: NamedDependency[Registry], fields: NamedDependency[Fields], house: FromPath[str]
) -> Response[bytes]:
    """
    Send a link to whoever is known under what was typed; say nothing.
    """
    registry.families.renew_link(house, fields["contact"][:_LONGEST_CONTACT])
    return see_other(f"/f/{house}/sent")


@get(f"{FRONT}/sent", sync_to_thread=True, operation_id="showFamilyLinkSent")
def show_sent(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Say the same to everybody.
    """
    return family_page(request, registry, "sent.html")


@get(LINK, sync_to_thread=True, operation_id="showFamilyLink")
def show_link(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    house: FromPath[str],
    secret: FromPath[str],
) -> Response[bytes]:
    """
    Show a button; a link that is over offers another one.
    """
    porch = registry.families.open_link(house, secret)
    if not porch.is_live:
        return _untold(family_page(request, registry, "front.html", trouble="link-over"))
    return _untold(family_page(request, registry, "link.html", secret=secret, trouble=""))


@post(LINK, sync_to_thread=True, operation_id="sendFamilyCode", opt={FROM_HIDDEN_ADDRESS: True})
def send_code(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    house: FromPath[str],
    secret: FromPath[str],
) -> Response[bytes]:
    """
    Send a code to the registered contact, bound to this browser.
    """
    try:
        nonce = registry.families.send_code(house, secret)
    except NotFound:
        return _untold(family_page(request, registry, "front.html", trouble="link-over"))
    except TooMany:
        return _trouble(request, registry, secret, "too-many", 429)
    except Conflict:
        return _trouble(request, registry, secret, "unreachable", 409)
    return see_other(f"/f/{house}/code", kept(CODE, nonce))


def _trouble(
    request: Request[Any, Any, Any], registry: Registry, secret: str, trouble: str, status: int
) -> Response[bytes]:
    """
    Say why no code was sent, and what to do.
    """
    return _untold(
        family_page(request, registry, "link.html", status=status, secret=secret, trouble=trouble)
    )


def _untold(shown: Response[bytes]) -> Response[bytes]:
    """
    Let nobody be told the address of a page, because a secret is in it (threat T3).
    """
    shown.set_header("Referrer-Policy", "no-referrer")
    return shown


@get(f"{FRONT}/code", sync_to_thread=True, operation_id="showFamilyCode")
def show_code(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Ask for the code.
    """
    return family_page(request, registry, "code.html", tries_left=None)


@post(f"{FRONT}/code", sync_to_thread=True, operation_id="enterFamilyCode")
def enter_code(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    house: FromPath[str],
) -> Response[bytes]:
    """
    Open a session for whoever typed the code that was sent to them.
    """
    entered = registry.families.enter_code(house, request.cookies.get(CODE, ""), fields["code"])
    if not entered.session:
        return family_page(
            request, registry, "code.html", status=422, tries_left=entered.tries_left
        )
    return see_other(f"/f/{house}/people", kept(SESSION, entered.session), dropped(CODE))


@post(f"{FRONT}/leave", sync_to_thread=True, operation_id="leaveFamily")
def leave(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry], house: FromPath[str]
) -> Response[bytes]:
    """
    Close the session: the next one at this phone sees nothing (threat T23).
    """
    registry.families.leave_family(request.cookies.get(SESSION, ""))
    response = see_other(f"/f/{house}", dropped(SESSION))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


OPEN_ROUTES: Final = (
    show_front,
    renew_link,
    show_sent,
    show_link,
    send_code,
    show_code,
    enter_code,
    leave,
)
