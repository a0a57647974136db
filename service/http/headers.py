"""
Put on every response what protects it, and write one log line about it.

A line holds no path, no query, no body, no key: only ids of requests and the
template of the route.  What an exception says is not logged either, because a
database repeats in its messages what it was given; where it was raised is.
"""

import logging
import traceback
from typing import Any

import msgspec
from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope
from uuid_utils import uuid4

_REQUEST_ID = "obstat_request_id"
_FAILURE = "obstat_failure"
_DEEPEST_FRAMES = 8

LOGGER = logging.getLogger("obstat.requests")

PROTECTION = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_PROTECTION = [(name.lower().encode(), value.encode()) for name, value in PROTECTION.items()]
_written = msgspec.json.Encoder().encode


def request_id(scope: Scope) -> str:
    """
    Give the id of this request, made when it is first asked for.

    The caller has no say in it, so that no caller can write into the log.
    """
    known = scope["state"].get(_REQUEST_ID)
    if known is None:
        known = scope["state"][_REQUEST_ID] = str(uuid4())
    return str(known)


def note_failure(scope: Scope, code: str, error: Exception | None) -> None:
    """
    Keep for the log line what went wrong; *error* only if it is our fault.
    """
    failure: dict[str, Any] = {"code": code}
    if error is not None:
        failure["error"] = type(error).__name__
        frames = traceback.extract_tb(error.__traceback__)[-_DEEPEST_FRAMES:]
        failure["raised_at"] = [f"{each.name}:{each.lineno}" for each in frames]
    scope["state"][_FAILURE] = failure


async def finish(message: Message, scope: Scope) -> None:
    """
    Complete the headers of a response and log it.
    """
    if message["type"] != "http.response.start":
        return
    named = {name.lower() for name, _ in message["headers"]}
    message["headers"] = [
        *message["headers"],
        *(pair for pair in _PROTECTION if pair[0] not in named),
        (b"x-request-id", request_id(scope).encode()),
    ]
    if scope.get("method") == "OPTIONS":
        _correct_allow(scope, MutableScopeHeaders.from_message(message))
    _log(scope, message["status"])


def _correct_allow(scope: Scope, headers: MutableScopeHeaders) -> None:
    """
    Name every method of a path; the framework names those of one handler only.
    """
    allowed = scope["litestar_app"].state.allowed_methods.get(scope.get("path_template"))
    if allowed is not None:
        headers["Allow"] = allowed


def _log(scope: Scope, status: int) -> None:
    """
    Write the one line about a response.
    """
    failure = scope["state"].get(_FAILURE, {})
    level = logging.ERROR if "error" in failure else logging.INFO
    caller = scope.get("auth")
    line = {
        "request_id": request_id(scope),
        "method": scope.get("method"),
        "route": scope.get("path_template") or "none",
        "status": status,
        "organisation_id": caller.organisation_id if caller else None,
        "actor_id": caller.actor.id if caller else None,
        **failure,
    }
    if LOGGER.isEnabledFor(level):
        # Made here, not by `log`, which looks through the stack for who called: half of
        # what a line costs, and no line says it.
        text = _written(line).decode()
        LOGGER.handle(logging.LogRecord(LOGGER.name, level, __file__, 0, text, None, None))
