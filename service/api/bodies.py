"""
Read and describe bodies that come as JSON or as a form, on one route.

The framework reads and describes one media type a route.  A handler that takes
several says so in its options, and a dependency reads whichever was sent.
"""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import msgspec
from litestar import Litestar
from litestar.exceptions import ClientException, ValidationException
from litestar.routes import HTTPRoute
from msgspec import Meta, Struct

from service.api.requests import StrictRequest

BODIES = "bodies"
"""Option of a handler: media type -> the struct that describes its body."""
Binary = Annotated[str, Meta(extra_json_schema={"format": "binary"})]
"""Stands for the bytes of a file where a form is described."""

T = TypeVar("T")


async def json_of(request: StrictRequest, decoder: msgspec.json.Decoder[T]) -> T:
    """
    Decode a JSON body, once.

    Raises:
        ClientException: It is not JSON.
        ValidationException: It is not what the route reads.
    """
    content = b"".join([chunk async for chunk in request.stream()])
    return decoded(content, decoder, "data")


def decoded(content: bytes | str, decoder: msgspec.json.Decoder[T], name: str) -> T:
    """
    Decode JSON that came in the field *name*.

    Raises:
        ClientException: It is not JSON.
        ValidationException: It is not what is read there.
    """
    try:
        return decoder.decode(content)
    except msgspec.ValidationError as error:
        raise _invalid(error, name) from None
    except (ValueError, RecursionError):
        raise ClientException("This is not JSON.") from None


def converted(values: Mapping[str, Any], kind: type[T]) -> T:
    """
    Make a struct of the texts of a form.

    Raises:
        ValidationException: A text is not what is read there.
    """
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        raise _invalid(error, "data") from None


def described_bodies(app: Litestar) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """
    Give the schemas of all such bodies, and for each operation its request body.
    """
    wanted: dict[str, Mapping[str, type[Struct]]] = {
        handler.operation_id: handler.opt[BODIES]
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if BODIES in handler.opt and isinstance(handler.operation_id, str)
    }
    kinds = list(dict.fromkeys(kind for each in wanted.values() for kind in each.values()))
    template = "#/components/schemas/{name}"
    references, schemas = msgspec.json.schema_components(kinds, ref_template=template)
    by_kind = dict(zip(kinds, references, strict=True))
    bodies = {
        operation: {
            "required": True,
            "content": {media: {"schema": by_kind[kind]} for media, kind in sent.items()},
        }
        for operation, sent in wanted.items()
    }
    return schemas, bodies


def _invalid(error: msgspec.ValidationError, name: str) -> ValidationException:
    """
    Refuse a body the way the framework does.
    """
    return ValidationException(extra=[{"message": str(error), "key": name}])
