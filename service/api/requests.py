"""
Read requests strictly: JSON, queries, instants, pages, repetition.
"""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.exceptions import ValidationException
from litestar.handlers.base import BaseRouteHandler
from litestar.params import HeaderParameter, QueryParameter

from service.api.hints import hinted
from service.api.wire import INSTANT_PATTERN, KEY_PATTERN
from service.errors import InvalidInput
from service.http.malformed import malformed, unread
from service.ledger.canonical import MAX_INTEGER
from service.records.paging import CURSOR_PATTERN, MAX_PAGE, Page, is_cursor
from service.usecases.caller import Caller, Idempotency

T = TypeVar("T")

Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]

READS = "reads"
"""Option of a handler that reads another media type than JSON, or one of several."""
FORM = "multipart/form-data"
JSON = "application/json"
CURSOR = "after"
NO_CURSOR = "This is no `next` of a page; leave it out to start from the first page."
_LONGEST_NAMED = 64
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:[Zz]|[+-]\d{2}:\d{2})"
)

Limit = Annotated[int, QueryParameter(ge=1, le=MAX_PAGE, description="At most so many.")]
After = Annotated[
    str | None,
    QueryParameter(max_length=36, pattern=CURSOR_PATTERN, description="`next` of the page before."),
]
KnownAt = Annotated[
    str | None,
    QueryParameter(
        max_length=40,
        pattern=INSTANT_PATTERN,
        description="As the registry knew it then: an instant with its zone (RFC 3339).",
    ),
]
AsOf = Annotated[
    str | None,
    QueryParameter(
        max_length=40,
        pattern=INSTANT_PATTERN,
        description="What had happened by then: an instant with its zone (RFC 3339).",
    ),
]
Key = Annotated[
    str | None,
    HeaderParameter(
        name="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=KEY_PATTERN,
        description=(
            "Chosen by the caller; the same key never makes two things. With another request "
            "than before it is refused with 422 (`idempotency-mismatch`); where what it made is "
            "not what counts any more (an answer of long ago), with 409."
        ),
    ),
]


class StrictRequest(Request[Any, Any, State]):
    """
    A request whose JSON is read to the letter: 0 is not false, "1" not 1.
    """

    __slots__ = ()

    async def json(self) -> Any:  # noqa: ANN401  # whatever the route reads
        """
        Give the body as the struct that the route reads.

        Raises:
            ValidationException: It is not JSON, or not what is read here.
        """
        field = self.route_handler.parsed_data_field
        return read_json(await self.body(), Any if field is None else field.annotation)


def read_json(content: bytes | str, kind: type[T]) -> T:
    """
    Read JSON to the letter; 21.0 is an integer, as in JSON Schema.

    A field that comes twice is refused (RFC 7493): which of the two would count, and
    whom the other one named, nobody could tell.

    Raises:
        ValidationException: Not UTF-8, not JSON, nested beyond all measure, or not what
            is read here.
    """
    if not content:
        raise malformed("A body is needed.")
    try:
        plain = _PLAIN.decode(content)
        _TWICE.decode(content if isinstance(content, str) else content.decode())
        return msgspec.convert(plain, kind)
    except ValidationException:  # a field came twice
        raise
    except msgspec.ValidationError as error:
        raise malformed(hinted(str(error), kind), "data") from None
    except (ValueError, RecursionError) as error:
        raise malformed(f"This is not JSON: {_why(error)}.") from None


def _why(error: ValueError | RecursionError) -> str:
    """
    Say what is wrong with JSON, and at which byte; never what stands there.
    """
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, UnicodeError):
        return "it is not in UTF-8"
    return str(error).removeprefix("JSON is malformed: ").lower()


def _number(text: str) -> int | float:
    """
    Read a number with a point or an exponent.
    """
    number = float(text)
    return int(number) if number.is_integer() and abs(number) <= MAX_INTEGER else number


def _once_each(fields: list[tuple[str, object]]) -> None:
    """
    Refuse an object in which a field comes twice.
    """
    names = [name for name, _ in fields]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise malformed("This field came twice.", twice[:_LONGEST_NAMED])


_PLAIN = msgspec.json.Decoder(float_hook=_number)
_TWICE = json.JSONDecoder(object_pairs_hook=_once_each, parse_int=str, parse_float=str)
"""Reads once more what the quicker one has read, which keeps the last of two fields."""


def readable_body(connection: Connection, handler: BaseRouteHandler) -> None:
    """
    Refuse a body that is compressed, or that the route does not read.

    Raises:
        HTTPException: 415.
    """
    reads = handler.opt.get(READS, JSON)
    wanted = (reads,) if isinstance(reads, str) else reads
    headers = connection.headers
    has_body = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
    sent = headers.get("content-type", "").partition(";")[0].strip().lower()
    if has_body and sent not in wanted:
        raise unread(f"This route reads {' or '.join(wanted)}.")
    if has_body and headers.get("content-encoding", "identity").lower() != "identity":
        raise unread("Send the body as it is, not compressed.")


def known_query(connection: Connection, handler: BaseRouteHandler) -> None:
    """
    Refuse query parameters that the route does not know.

    A misspelt filter filters nothing, and so would `null` as the framework reads it.  What
    no list gave as its `next` would sort somewhere, and hide what comes before.

    Raises:
        ValidationException: Naming the first one, or one that came twice.
        InvalidInput: Naming one with a NUL in it, which no text may have.
    """
    operation = getattr(handler, "operation_id", None)
    known: dict[str, bool] = connection.app.state.query_names.get(operation, {})
    seen: set[str] = set()
    for name, value in connection.query_params.multi_items():
        message = "This parameter came twice." if name in seen else None
        if name not in known:
            message = "This parameter is not known."
        elif not known[name] and value.lower() == "null":
            message = "Leave a parameter out instead of sending null."
        elif name == CURSOR and not is_cursor(value):
            message = NO_CURSOR
        if message is not None:
            raise malformed(message, name[:_LONGEST_NAMED])
        if "\0" in value:
            raise InvalidInput("This cannot be read: there is a NUL in it.", field=name)
        seen.add(name)


def instant(value: str | None, field: str) -> datetime | None:
    """
    Read an instant in a query, in UTC.

    Raises:
        InvalidInput: It is no instant, or has no zone.
    """
    if value is None:
        return None
    try:
        plausible = value.upper() if _INSTANT.fullmatch(value) else ""
        return datetime.fromisoformat(plausible).astimezone(UTC)
    except (ValueError, OverflowError):
        raise InvalidInput("An instant has a date, a time and a zone.", field=field) from None


def utc(value: datetime | None, field: str) -> datetime | None:
    """
    Bring an instant of a body to UTC.

    Raises:
        InvalidInput: It lies outside of the years 1 to 9999.
    """
    try:
        return None if value is None else value.astimezone(UTC)
    except OverflowError:
        raise InvalidInput("This instant is not of our time.", field=field) from None


def page(limit: int, after: str | None, known_at: str | None = None, **filters: str | None) -> Page:
    """
    Ask for one page, with those filters that were given.

    Raises:
        InvalidInput: `known_at` is no instant.
    """
    given = {name: value for name, value in filters.items() if value is not None}
    return Page(limit=limit, after=after, known_at=instant(known_at, "known_at"), filters=given)


@dataclass(frozen=True, slots=True)
class Once:
    """
    Bind a creating call to the idempotency key it came with.

    The digest is taken over the request as understood, so that another order of
    fields or another multipart boundary is still the same request.
    """

    caller: Caller
    key: str | None
    place: str

    def __call__(self, *parts: msgspec.Struct | bytes) -> Caller:
        """
        Give the caller with its key and the digest of method, path and *parts*.
        """
        if self.key is None:
            return self.caller
        digest = hashlib.sha256(self.place.encode())
        for part in parts:
            content = part if isinstance(part, bytes) else _canonical(part)
            digest.update(len(content).to_bytes(8, "big") + content)
        idempotency = Idempotency(key=self.key, request_digest=digest.digest())
        return replace(self.caller, idempotency=idempotency)


def provide_once(request: Request[Any, Any, Any], idempotency_key: Key = None) -> Once:
    """
    Give what binds a creating call to its idempotency key.
    """
    # Taking the address apart costs something, and most calls come without a key.
    asked = request.url if idempotency_key is not None else None
    place = f"{request.method} {asked.path}?{asked.query}" if asked else ""
    return Once(caller=request.auth, key=idempotency_key, place=place)


def _canonical(part: msgspec.Struct) -> bytes:
    """
    Write a struct the same way whatever way it was sent.
    """
    return msgspec.json.encode(part, order="deterministic")
