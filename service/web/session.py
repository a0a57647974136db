"""
Say who is signed in: staff carry a session in a cookie.
"""

from functools import partial
from typing import Any, Final

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.handlers.base import BaseRouteHandler

from service.errors import NotIdentified
from service.http.lane import Lane
from service.usecases.staff import Origin, SignedInMember
from service.web.language import SESSION_LANGUAGE

COOKIE: Final = "__Host-obstat"
"""Bound to this host and to an encrypted connection (or to this very machine)."""
STEP: Final = "__Host-obstat-step"
"""Carries somebody from the password to the code; it opens nothing."""
HOUSE: Final = "obstat-house"
"""Remembers for which organisation somebody signs in, where there are several."""
SIGNED_IN: Final = "obstat_signed_in"
_LONGEST_TOKEN: Final = 400
YEAR_SECONDS: Final = 31_536_000

Connection = ASGIConnection[Any, Any, Any, Any]


async def signed_in(connection: Connection, _: BaseRouteHandler) -> None:
    """
    Let pass whoever is signed in.

    Raises:
        NotIdentified: No session, or one that is over.
    """
    found = await recognise(connection)
    if found.is_due:
        state = connection.app.state
        await state.lane.run(partial(state.registry.staff.note_visit, found))


async def recognise(connection: Connection) -> SignedInMember:
    """
    Give who is signed in; pages know from then on.

    Raises:
        NotIdentified: No session, or one that is over.
    """
    token = connection.cookies.get(COOKIE, "")
    if not 0 < len(token) <= _LONGEST_TOKEN:
        raise NotIdentified("Sign in first.")
    state = connection.app.state
    lane: Lane = state.lane
    identify = partial(state.registry.staff.identify_session, token)
    found: SignedInMember = await lane.glance(identify)
    connection.scope["auth"] = found.caller
    connection.scope["state"][SIGNED_IN] = found
    connection.scope["state"][SESSION_LANGUAGE] = found.member.language.partition("-")[0]
    return found


def member_of(connection: Connection) -> SignedInMember:
    """
    Give who the guard recognised, and where they are signed in.
    """
    found: SignedInMember = connection.scope["state"][SIGNED_IN]
    return found


def session_cookie(token: str) -> Cookie:
    """
    Give the cookie of a session; it ends with the browser or sooner.
    """
    return Cookie(COOKIE, value=token, path="/", secure=True, httponly=True, samesite="lax")


def no_session() -> Cookie:
    """
    Give the cookie that takes a session away.
    """
    return Cookie(COOKIE, value="", path="/", secure=True, httponly=True, samesite="lax", max_age=0)


def step_cookie(token: str) -> Cookie:
    """
    Give the cookie of somebody who has said a password, nothing more.

    Not `strict`: who comes back from their organisation's provider comes from elsewhere.
    """
    return Cookie(STEP, value=token, path="/", secure=True, httponly=True, samesite="lax")


def no_step() -> Cookie:
    """
    Give the cookie that ends the way from password to code.
    """
    return Cookie(STEP, value="", path="/", secure=True, httponly=True, samesite="lax", max_age=0)


def house_cookie(slug: str) -> Cookie:
    """
    Give the cookie that remembers the organisation for the next time.
    """
    return Cookie(
        HOUSE,
        value=slug,
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
        max_age=YEAR_SECONDS,
    )


def step_token(connection: Connection) -> str:
    """
    Give the token of somebody on the way; empty: nobody is.
    """
    return connection.cookies.get(STEP, "")[:_LONGEST_TOKEN]


def session_token(connection: Connection) -> str:
    """
    Give the token of whoever is signed in; empty: nobody is.
    """
    return connection.cookies.get(COOKIE, "")[:_LONGEST_TOKEN]


def origin_of(connection: Connection) -> Origin:
    """
    Say where a request comes from, to count wrong guesses by it.
    """
    address = connection.client.host if connection.client else ""
    return Origin(address, connection.headers.get("user-agent", ""))
