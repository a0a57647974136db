"""
Guard the routes: somebody we know must be asking.

What they may do is the verb's business (`caller.needs`); here it is only who.
"""

import re
from functools import partial
from typing import Any

from litestar import Request
from litestar.handlers.base import BaseRouteHandler

from service.api.requests import Connection, known_query, readable_body
from service.errors import NotFound, NotIdentified
from service.http.lane import Lane
from service.usecases.caller import Caller
from service.usecases.registry import Registry

_BEARER = re.compile(r"Bearer +([!-~]+) *", re.IGNORECASE)
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


async def admitted(connection: Connection, handler: BaseRouteHandler) -> None:
    """
    Let pass whoever carries a living key and asks for what can be answered.

    One guard for everything: the framework copies the handler for each of them, and
    runs each that is no coroutine in a thread of its own, four times what a check costs.

    Raises:
        NotIdentified: No key, or none that is known and living.
        NotFound: An id that no id can be.
        HTTPException: A body of another media type.
        ValidationException: A query parameter that is not known.
    """
    lane: Lane = connection.app.state.lane
    connection.scope["auth"] = await lane.glance(partial(identified, connection))
    plausible_path(connection)
    known_query(connection, handler)
    readable_body(connection, handler)


def identified(connection: Connection) -> Caller:
    """
    Give whoever carries a living key.

    Raises:
        NotIdentified: No key, or none that is known and living.
    """
    found = _BEARER.fullmatch(connection.headers.get("authorization", ""))
    if found is None:
        raise NotIdentified("Send `Authorization: Bearer` and an API key.")
    registry: Registry = connection.app.state.registry
    return registry.keys.identify_key(found[1])


def plausible_path(connection: Connection) -> None:
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
