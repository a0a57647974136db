"""
Guard the routes: somebody we know must be asking.

What they may do is the verb's business (`caller.needs`); here it is only who.
"""

import re
from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from service.errors import NotFound, NotIdentified
from service.usecases.caller import Caller
from service.usecases.registry import Registry

_BEARER = re.compile(r"Bearer +([!-~]+) *", re.IGNORECASE)
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


def identified(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """
    Let pass whoever carries a living key.

    Raises:
        NotIdentified: No key, or none that is known and living.
    """
    found = _BEARER.fullmatch(connection.headers.get("authorization", ""))
    if found is None:
        raise NotIdentified("Send `Authorization: Bearer` and an API key.")
    registry: Registry = connection.app.state.registry
    connection.scope["auth"] = registry.identify_key(found[1])


def plausible_path(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """
    Refuse what no id can be before a database sees it.

    Raises:
        NotFound: As for any id that does not exist.
    """
    if not all(_ID.fullmatch(str(value)) for value in connection.path_params.values()):
        raise NotFound("There is no such thing.")


def provide_caller(request: Request[Any, Any, Any]) -> Caller:
    """
    Give the caller that the guard recognised.
    """
    caller: Caller = request.auth
    return caller
