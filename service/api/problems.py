"""
Answer every refusal as application/problem+json (RFC 9457).

One table says which class is which status.  A problem holds a code, a sentence
and at most the names of fields: never a value that somebody sent, never a name.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from litestar import Request, Response
from litestar.exceptions import HTTPException
from msgspec import UNSET, Struct, UnsetType

from service import errors
from service.api.hints import plainer
from service.http.head import allowing
from service.http.headers import note_failure, request_id
from service.http.statuses import status_of
from service.ledger.failures import NotCanonical
from service.usecases.people.import_people import RowsRefused

MEDIA_TYPE = "application/problem+json"
PROBLEM_TYPE = "urn:obstat:problem:"
ANSWERS = "answers"
"""Option of a handler whose problems must read as `ask` when nothing could be decided."""
FIRST_OF_OURS = HTTPStatus.INTERNAL_SERVER_ERROR
"""From here on it is our fault."""
RETRY_AFTER_SECONDS: Final[Mapping[int, str]] = {
    HTTPStatus.TOO_MANY_REQUESTS: "60",
    HTTPStatus.SERVICE_UNAVAILABLE: "5",
}
"""A budget of an hour comes back bit by bit; a worker is free again in a moment."""

TITLES: Final[Mapping[type[errors.ObstatError], str]] = {
    errors.ObstatError: "Something went wrong here",
    errors.InvalidInput: "What was sent cannot be used",
    errors.WholeNameOnly: "A yes to a name needs one to the first name",
    errors.ImpossibleDates: "The dates contradict each other",
    errors.BadImage: "This is not a picture that can be trusted",
    errors.NotFound: "There is no such thing",
    errors.Conflict: "It contradicts what is recorded",
    errors.AlreadyExists: "It is recorded already",
    errors.PossibleDuplicate: "Somebody like this is registered already",
    errors.StillOne: "Both are one person with a third record",
    errors.AskingHeld: "A hold lies on whom they would be asked about",
    errors.IdempotencyMismatch: "The idempotency key came with another request",
    errors.NotPublishable: "The verdict is not publish",
    errors.NotIdentified: "Nobody we know is asking",
    errors.NotAllowed: "This may not be done with this key",
    errors.AnswersElsewhere: "They answer for somebody out of sight, too",
    errors.TooMany: "A budget is used up for now",
    errors.Unavailable: "A part of the service is not there",
    errors.Busy: "Every worker is occupied",
    errors.SettingsRefused: "The deployment is configured wrongly",
    errors.LedgerBroken: "The evidence does not add up",
    NotCanonical: "Something cannot be recorded",
}
"""Title of each class; a class that is missing is as its parent."""

FRAMEWORK: Final[Mapping[int, tuple[str, str]]] = {
    400: ("malformed", "The request is not well formed"),
    401: ("not-identified", "Nobody we know is asking"),
    403: ("not-allowed", "This may not be done with this key"),
    404: ("not-found", "There is no such thing"),
    405: ("method-not-allowed", "This cannot be done here"),
    413: ("too-large", "The request is too large"),
    415: ("unsupported-media-type", "This media type is not read here"),
    429: ("too-many", "A budget is used up for now"),
    500: ("internal", "Something went wrong here"),
    503: ("unavailable", "A part of the service is not there"),
}
"""Code and title of what is refused before any verb is reached."""

_INDEX = re.compile(r"\.?\[(\d+)\]")
_NO_BODY = "'data'"
_ECHO = re.compile(r"^(Invalid enum value|Invalid value) .*?( - at .*)?$")
_NAMED_FIELD = re.compile(r"(?:unknown|missing required) field `([^`]*)`")
_SENT_AS: Final[Mapping[str, str]] = {"idempotency_key": "Idempotency-Key", "in_state": "state"}
"""Arguments that have another name inside than in the request."""
_PLACE = re.compile(r" - at `\$\.?([^`]*)`")


class Fault(Struct, frozen=True, omit_defaults=True):
    """
    One thing wrong with a request, and where.
    """

    message: str
    field: str | UnsetType = UNSET


class Problem(Struct, frozen=True, omit_defaults=True):
    """
    Why a request was refused (RFC 9457).
    """

    type: str
    title: str
    status: int
    code: str
    detail: str
    instance: str
    field: str | UnsetType = UNSET
    reason: str | UnsetType = UNSET
    errors: list[Fault] | UnsetType = UNSET
    answer: str | UnsetType = UNSET
    person_ids: list[str] | UnsetType = UNSET
    """Who a person that was to be entered looks like."""


def title_of(error: type[errors.ObstatError]) -> str:
    """
    Look a class up, itself or its nearest parent.
    """
    return next(TITLES[each] for each in error.__mro__ if each in TITLES)


def answer_refusal(request: Request[Any, Any, Any], error: errors.ObstatError) -> Response[Problem]:
    """
    Answer one of our own refusals.
    """
    status, title = status_of(type(error)), title_of(type(error))
    note_failure(request.scope, error.code, error if status >= FIRST_OF_OURS else None)
    field = error.field or UNSET
    problem = Problem(
        type=PROBLEM_TYPE + error.code,
        title=title,
        status=status,
        code=error.code,
        detail=error.message if status != HTTPStatus.INTERNAL_SERVER_ERROR else title,
        instance=_instance(request),
        field=field,
        reason=error.reason if isinstance(error, errors.BadImage) else UNSET,
        errors=_own_faults(error) or UNSET,
        answer=_answer(request, status, is_unseen=isinstance(error, errors.BadImage)),
        person_ids=list(error.person_ids) if isinstance(error, errors.PossibleDuplicate) else UNSET,
    )
    return _response(problem)


def answer_framework(request: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
    """
    Answer what the framework refused, in the same form.
    """
    status = error.status_code if error.status_code in FRAMEWORK else _rounded(error.status_code)
    code, title = FRAMEWORK[status]
    note_failure(request.scope, code, error if status >= FIRST_OF_OURS else None)
    faults = faults_of(error) if status < FIRST_OF_OURS else []
    problem = Problem(
        type=PROBLEM_TYPE + code,
        title=title,
        status=status,
        code=code,
        detail=faults[0].message if faults else title,
        instance=_instance(request),
        field=faults[0].field if faults else UNSET,
        errors=faults or UNSET,
        answer=_answer(request, status),
    )
    return _response(problem, allow=_allow(error))


def answer_bug(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    """
    Answer what nobody foresaw; the log says where, the answer does not.
    """
    code, title = FRAMEWORK[500]
    note_failure(request.scope, code, error)
    problem = Problem(
        type=PROBLEM_TYPE + code,
        title=title,
        status=500,
        code=code,
        detail=title,
        instance=_instance(request),
        answer=_answer(request, 500),
    )
    return _response(problem)


def _own_faults(error: errors.ObstatError) -> list[Fault]:
    """
    Say every field that one of our own refusals is about.
    """
    if isinstance(error, RowsRefused):
        return [Fault(each.message, f"rows.{each.row}.{each.field}") for each in error.errors]
    return [Fault(error.message, error.field)] if error.field else []


def _response(problem: Problem, *, allow: str | None = None) -> Response[Problem]:
    """
    Wrap a problem, with the headers its status asks for.
    """
    headers: dict[str, str] = {}
    if problem.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = 'Bearer realm="obstat"'
    if problem.status in RETRY_AFTER_SECONDS:
        headers["Retry-After"] = RETRY_AFTER_SECONDS[problem.status]
    if allow is not None:
        headers["Allow"] = allow
    return Response(problem, status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)


def _answer(
    request: Request[Any, Any, Any], status: int, *, is_unseen: bool = False
) -> str | UnsetType:
    """
    Say `ask` where somebody waits for an answer: whoever reads only that fails closed.

    So it does when a part of us is down, and when a picture could not be read, be it
    damaged or out of time: nobody has seen who is in it.
    """
    # Where no route was found the framework sets none, whatever its types say.
    options: Mapping[str, Any] = getattr(request.scope.get("route_handler"), "opt", {})
    is_doubtful = is_unseen or status >= FIRST_OF_OURS
    return "ask" if options.get(ANSWERS) and is_doubtful else UNSET


def _instance(request: Request[Any, Any, Any]) -> str:
    """
    Name this one occurrence, for whoever reads the log.
    """
    return f"urn:uuid:{request_id(request.scope)}"


def _rounded(status: int) -> int:
    """
    Give the status whose code stands for one that has none of its own.
    """
    return 500 if status >= FIRST_OF_OURS else 400


def _allow(error: HTTPException) -> str | None:
    """
    Give the methods that a 405 names.
    """
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    allowed = headers.get("allow")
    return allowing(allowed.split(", ")) if allowed else None


def faults_of(error: HTTPException) -> list[Fault]:
    """
    Say everything that was found wrong before any verb was reached.
    """
    found = error.extra if isinstance(error.extra, list) else []
    return [_fault(each) for each in found]


def _fault(found: Mapping[str, Any]) -> Fault:
    """
    Say what was found wrong without repeating what was sent.
    """
    message = str(found.get("message", ""))
    field, place = _NAMED_FIELD.search(message), _PLACE.search(message)
    key = str(found.get("key", ""))
    key = _SENT_AS.get(key, key)
    named = [part for part in (key if key != "data" else "", place[1] if place else "") if part]
    if field:
        named.append(field[1])
    clean = plainer(_ECHO.sub(r"\1", _PLACE.sub("", message)))
    if message == _NO_BODY:
        clean = "A body is needed."
    return Fault(message=clean, field=_INDEX.sub(r".\1", ".".join(named)).lstrip(".") or UNSET)
