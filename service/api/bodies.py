"""
Read and describe bodies that come as JSON or as a form, on one route.

The framework reads and describes one media type a route.  A handler that takes
several says so in its options, and a dependency reads whichever was sent.
"""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import msgspec
from litestar import Litestar
from litestar.exceptions import ValidationException
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute
from msgspec import UNSET, Meta, Struct

from service.api.hints import hinted
from service.api.problems import faults_of
from service.api.requests import FORM, JSON, StrictRequest, read_json
from service.api.wire import Incoming
from service.errors import InvalidInput
from service.http.malformed import malformed

BODIES = "bodies"
"""Option of a handler: media type -> the struct that describes its body."""
Binary = Annotated[str, Meta(extra_json_schema={"format": "binary"})]
"""Stands for the bytes of a file where a form is described."""

T = TypeVar("T")


async def json_of(request: StrictRequest, kind: type[T]) -> T:
    """
    Decode a JSON body, once.

    Raises:
        ValidationException: It is not JSON, or not what the route reads.
    """
    content = b"".join([chunk async for chunk in request.stream()])
    return read_json(content, kind)


def decoded(content: str, kind: type[T], name: str) -> T:
    """
    Decode JSON that came as the text of the field *name* of a form.

    The form is well formed then, so this is about what it says.

    Raises:
        InvalidInput: It is not JSON, or not what is read there.
    """
    try:
        return read_json(content, kind)
    except ValidationException as refused:
        fault = faults_of(refused)[0]
        field = name if fault.field is UNSET else f"{name}.{fault.field}"
        raise InvalidInput(fault.message, field=field) from None


def converted(values: Mapping[str, Any], kind: type[T]) -> T:
    """
    Make a struct of the texts of a form.

    Raises:
        ValidationException: A text is not what is read there.
    """
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        raise malformed(hinted(str(error), kind), "data") from None


def described_bodies(app: Litestar) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """
    Give the schemas of such bodies, and the body of each operation.
    """
    wanted = {
        handler.operation_id: read
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if isinstance(handler.operation_id, str) and (read := _bodies(handler))
    }
    kinds = list(dict.fromkeys(kind for each in wanted.values() for kind in each.values()))
    template = "#/components/schemas/{name}"
    references, schemas = msgspec.json.schema_components(kinds, ref_template=template)
    by_kind = dict(zip(kinds, references, strict=True))
    for kind in {each[FORM] for each in wanted.values() if FORM in each}:
        _without_null(schemas[kind.__name__])
    bodies = {
        operation: {
            "required": True,
            "content": {media: {"schema": by_kind[kind]} for media, kind in sent.items()},
        }
        for operation, sent in wanted.items()
    }
    return schemas, bodies


def _bodies(handler: HTTPRouteHandler) -> Mapping[str, type[Struct]]:
    """
    Give what a handler reads, by media type.

    The framework describes structs as well, but loses the limits of what stands
    inside a list or beside null.
    """
    several: Mapping[str, type[Struct]] = handler.opt.get(BODIES, {})
    field = handler.parsed_data_field
    if not several and field is not None and issubclass(field.annotation, Incoming):
        return {JSON: field.annotation}
    return several


def _without_null(schema: dict[str, Any]) -> None:
    """
    Take null out of a form's description: a part is left out instead.
    """
    for part in schema["properties"].values():
        kinds = [each for each in part.pop("anyOf", ()) if each != {"type": "null"}]
        part.update(kinds[0] if kinds else {})
        if part.get("default", "") is None:
            del part["default"]
