"""
Say what a page may load, and who may send a form.
"""

from typing import Any, Final

from litestar.connection import ASGIConnection
from litestar.exceptions import ClientException, PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler

from service.errors import NotFound

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""Nothing from elsewhere, nothing inline; `blob:` shows a picture that was just picked."""
PERMISSIONS: Final = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": PERMISSIONS,
    # Nobody else is told which page somebody came from.  With `no-referrer` a browser does
    # not even tell us where a form was, and telephones from before 2023 say it in no other way.
    "Referrer-Policy": "same-origin",
}

FROM_ANYWHERE: Final = "from_anywhere"
"""Option of a handler that takes forms from elsewhere: what they bring changes nothing."""
FROM_HIDDEN_ADDRESS: Final = "from_hidden_address"
"""Option of a handler whose forms stand on a page with a secret in its address.

Nobody is told such an address, so older browsers cannot say that the page was ours.
Whoever sends the form without knowing the secret gets nowhere with it.
"""
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class FromElsewhere(PermissionDeniedException):
    """
    A form that was on no page of ours, or nobody knows where.
    """


async def own_requests(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> None:
    """
    Refuse what no page of ours asks for.

    Raises:
        ClientException: A question in the address with a NUL in it, which no text may have.
        NotFound: Such an address of a page: nothing here is called so.
        FromElsewhere: A form that comes from elsewhere.
    """
    if "\0" in connection.scope["path"]:
        raise NotFound("There is no such page.")
    if b"%00" in connection.scope["query_string"]:
        raise ClientException("This address cannot be read.")
    _check_form(connection, handler)


def _check_form(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """
    Refuse a form that was not on a page of ours (threat T5).

    Browsers say where a request comes from; one that says neither is no browser with a
    session in it that somebody could abuse, and is refused too.

    Raises:
        FromElsewhere: It comes from elsewhere.
    """
    if connection.scope.get("method") in _SAFE or handler.opt.get(FROM_ANYWHERE):
        return
    site, origin = (connection.headers.get(each) for each in ("sec-fetch-site", "origin"))
    if site is None:
        is_hidden = origin == "null" and FROM_HIDDEN_ADDRESS in handler.opt
        # Without encryption no browser keeps a session of ours: who is told so can help it.
        is_ours = origin == f"https://{connection.headers.get('host')}"
        site = "same-origin" if is_hidden or is_ours else "unknown"
    if site != "same-origin":
        raise FromElsewhere("This form was sent from elsewhere.")
