"""
Say which family is in, and lead everybody else to the door.
"""

import gzip
from typing import Any, Final

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.handlers.base import BaseRouteHandler

from service.errors import NotIdentified
from service.usecases.families import Family
from service.usecases.registry import Registry
from service.web.catalogue import EASY
from service.web.family.large_print import chosen_with_form, is_large, print_cookie
from service.web.language import SESSION_LANGUAGE
from service.web.redirects import see_other
from service.web.render import page

SESSION: Final = "__Host-obstat-family"
CODE: Final = "__Host-obstat-code"
"""The secret that binds a code to the browser that asked for it."""
_FAMILY: Final = "obstat_family"
_LONGEST: Final = 200
_CODE_SECONDS: Final = 900

Connection = ASGIConnection[Any, Any, Any, Any]


def family_in(connection: Connection, _: BaseRouteHandler) -> None:
    """
    Let pass a family that came in at this very house.

    Raises:
        NotIdentified: Nobody is in, or elsewhere.
    """
    family = find_family(connection)
    if family is None:
        raise NotIdentified("Come in by your link first.")
    connection.scope["auth"] = family.caller
    connection.scope["state"][_FAMILY] = family
    connection.scope["state"][SESSION_LANGUAGE] = family.language.partition("-")[0]


def find_family(connection: Connection) -> Family | None:
    """
    Give the family whose session the browser carries, if of this house.
    """
    session = connection.cookies.get(SESSION, "")
    if not 0 < len(session) <= _LONGEST:
        return None
    registry: Registry = connection.app.state.registry
    try:
        family = registry.families.recognise_family(session)
    except NotIdentified:
        return None
    return family if family.slug == connection.path_params.get("house") else None


def family_of(request: Request[Any, Any, Any]) -> Family:
    """
    Give the family that the guard recognised.
    """
    family: Family = request.scope["state"][_FAMILY]
    return family


def to_the_door(request: Request[Any, Any, Any], _: NotIdentified) -> Response[bytes]:
    """
    Lead whoever is not in to the page where everybody begins.

    Whoever sent answers is told there that they were not recorded.
    """
    ended = "?ended=1" if request.method == "POST" else ""
    return see_other(f"/f/{request.path_params['house']}{ended}")


def family_page(
    request: Request[Any, Any, Any],
    registry: Registry,
    template: str,
    *,
    status: int = 200,
    **values: object,
) -> Response[bytes]:
    """
    Fill a template of families; it also knows `porch`, `base`, `family`.
    """
    house = str(request.path_params["house"])
    values |= {
        "porch": registry.families.open_link(house),
        "base": f"/f/{house}",
        "easy": EASY,
        "is_large": is_large(request),
        "family": request.scope["state"].get(_FAMILY),
    }
    shown = page(request, f"family/{template}", status=status, **values)
    if size := chosen_with_form(request):
        shown.set_cookie(print_cookie(size))
    return squeezed(request, shown)


def squeezed(request: Request[Any, Any, Any], response: Response[bytes]) -> Response[bytes]:
    """
    Compress a page for a slow line, where the browser understands it.

    Nothing in these pages is both secret and beside words of a stranger, so its size
    tells nobody anything (BREACH).
    """
    if "gzip" in request.headers.get("accept-encoding", ""):
        response.content = gzip.compress(response.content, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
    return response


def kept(name: str, value: str) -> Cookie:
    """
    Give a cookie that only this house's pages send, over an encrypted line.
    """
    lasts = _CODE_SECONDS if name == CODE else None
    return Cookie(
        name, value=value, path="/", secure=True, httponly=True, samesite="lax", max_age=lasts
    )


def dropped(name: str) -> Cookie:
    """
    Give the cookie that takes one away.
    """
    return Cookie(name, value="", path="/", secure=True, httponly=True, samesite="lax", max_age=0)
