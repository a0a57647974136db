"""
Describe the application as OpenAPI, always in the same bytes.

The framework knows routes and structs; what it does not know is added here: that
problems are application/problem+json, that incoming structs refuse unknown fields,
an example of every body, and summaries out of docstrings.
"""

import json
import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

from litestar import Litestar
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import OpenAPIRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from msgspec.json import schema_components

from service.api.bodies import described_bodies
from service.api.files import described_files
from service.api.problems import FRAMEWORK, MEDIA_TYPE, Problem

DOCS_PATH = "/api/v1/docs"
API_VERSION = "1.0.0"
TITLE = "Obstat"
DESCRIPTION = (
    "May this picture, this name, this caption be published on this channel, on this date - "
    "and if not, what stands in the way and who can lift it?\n\n"
    "Every refusal is application/problem+json (RFC 9457). Creating calls take an "
    "`Idempotency-Key`: the same call again makes nothing new, another call with the same key "
    "is refused with 422, and after 30 days (or as configured) a key is forgotten. Lists are "
    "read page by page: `next` goes into `after`.\n\n"
    "Each key may ask 600 questions an hour (or as configured): checks, proposals, approvals, "
    "publications, release copies. After that they are refused with 429, which like 503 says "
    "in `Retry-After` how many seconds to wait; then the same call may be sent again with the "
    "same `Idempotency-Key`. Hooks (`/hooks`) are sent "
    '`{"type": ..., "timestamp": ..., "data": {...}}` with ids in `data`, signed as Standard '
    "Webhooks says (`webhook-id`, `webhook-timestamp`, `webhook-signature`); nothing but 2xx means "
    "that it was taken. Instants have a zone and are given in UTC; days (`..._on`) are "
    "those of the organisation's time zone."
)
BINARY = "(the bytes of a file)"
"""Stands in examples for what is no text."""
_REFUSALS_OF_ALL = (500, 503)
_REFUSALS_OF_GUARDED = (400, 401, 403, 404, 422, 429)
_REFUSALS_OF_CHANGES = (409, 413, 415)
_TITLES = {status: title for status, (_, title) in FRAMEWORK.items()} | {
    409: "It contradicts what is recorded",
    422: "What was sent cannot be used",
}
_METHODS = ("get", "post", "put", "patch", "delete")
_NOISE = ("deprecated", "allowEmptyValue", "allowReserved")
_INCOMING = ("In", "Change")
_PAGE_OF = re.compile(r"PageOut_[\w.]*?\.(\w+?)Out_")
_REF = "#/components/{kind}/{name}"


def openapi_config(*plugins: OpenAPIRenderPlugin) -> OpenAPIConfig:
    """
    Configure what the framework itself can say.
    """
    scheme = SecurityScheme(type="http", scheme="bearer", description="An API key: obstat_...")
    return OpenAPIConfig(
        title=TITLE,
        version=API_VERSION,
        description=DESCRIPTION,
        path=DOCS_PATH,
        use_handler_docstrings=True,
        components=Components(security_schemes={"key": scheme}),
        render_plugins=plugins,
    )


def render_openapi(app: Litestar) -> bytes:
    """
    Give the bytes of `openapi/openapi.json`.
    """
    text = json.dumps(document(app), indent=1, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()


def document(app: Litestar) -> dict[str, Any]:
    """
    Give the whole description as plain values.
    """
    described: dict[str, Any] = _read(json.dumps(app.openapi_schema.to_schema()))
    components = described["components"]
    components["schemas"].update(_problem_schemas())
    components["responses"] = {
        f"problem-{status}": _problem_response(title) for status, title in _TITLES.items()
    }
    for name, schema in components["schemas"].items():
        _flatten(schema)
        if name.endswith(_INCOMING):
            schema["additionalProperties"] = False
    schemas, bodies = described_bodies(app)
    components["schemas"].update(schemas)
    files = described_files(app)
    for operation, method in operations(described):
        if operation["operationId"] in bodies:
            operation["requestBody"] = bodies[operation["operationId"]]
        if operation["operationId"] in files:
            operation["responses"]["200"]["content"] = files[operation["operationId"]]
        _complete(operation, method, components["schemas"])
    return described


def _read(text: str) -> Any:  # noqa: ANN401  # JSON
    """
    Read the framework's document; pages get names, and whole numbers no decimals.
    """
    named = _PAGE_OF.sub(r"\1Page", text)
    return json.loads(named, parse_float=lambda number: int(float(number)), object_hook=_unindented)


def _unindented(part: dict[str, Any]) -> dict[str, Any]:
    """
    Say without indents what docstrings of enums, unlike those of structs, come with.
    """
    if isinstance(said := part.get("description"), str):
        part["description"] = cleandoc(said)
    return part


def _flatten(schema: dict[str, Any]) -> None:
    """
    Write a choice of one as that one.
    """
    for part in schema.get("properties", {}).values():
        if len(part.get("oneOf", ())) == 1:
            part.update(part.pop("oneOf")[0])


def operations(described: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """
    Walk every operation with its method.
    """
    for path in described["paths"].values():
        for method in _METHODS:
            if method in path:
                yield path[method], method


def _complete(operation: dict[str, Any], method: str, schemas: dict[str, Any]) -> None:
    """
    Add to one operation what the framework does not know.
    """
    operation.pop("deprecated", None)
    promise, _, rest = operation.pop("description", "").partition("\n\n")
    operation["summary"] = " ".join(promise.split()).rstrip(".")
    if rest:
        operation["description"] = rest
    for parameter in operation.get("parameters", ()):
        _tidy(parameter)
    for media in operation.get("requestBody", {}).get("content", {}).values():
        media["example"] = example_of(media["schema"], schemas)
    made = {status: each for status, each in operation["responses"].items() if status < "400"}
    operation["responses"] = made | {
        str(status): {"$ref": _REF.format(kind="responses", name=f"problem-{status}")}
        for status in _refusals(operation, method)
    }


def _refusals(operation: dict[str, Any], method: str) -> Iterator[int]:
    """
    Say with which statuses an operation may refuse.
    """
    yield from _REFUSALS_OF_ALL
    if operation.get("security"):
        yield from _REFUSALS_OF_GUARDED
        if method != "get":
            yield from _REFUSALS_OF_CHANGES


def _tidy(parameter: dict[str, Any]) -> None:
    """
    Drop what says nothing; a parameter is left out, never null.
    """
    for name in _NOISE:
        parameter.pop(name, None)
    schema = parameter["schema"]
    schema.pop("description", None)
    kinds = [each for each in schema.pop("oneOf", ()) if each != {"type": "null"}]
    for kind in kinds:
        schema.update(kind)


def example_of(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:  # noqa: ANN401  # JSON
    """
    Make an example of a schema: its own, its parts', or the first fit.
    """
    for name in ("examples", "enum"):
        if schema.get(name):
            return schema[name][0]
    if "properties" in schema:
        return {
            name: example_of(part, schemas)
            for name, part in schema["properties"].items()
            if name in schema.get("required", ()) or (_has_example(part) and not _is_instant(part))
        }
    if schema.get("type") == "array":
        return [example_of(schema["items"], schemas)]
    inner = _inner(schema, schemas)
    return _example_of_plain(schema) if inner is None else example_of(inner, schemas)


def _inner(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any] | None:
    """
    Give what a reference or a choice leads to.
    """
    if "$ref" in schema:
        named: dict[str, Any] = schemas[schema["$ref"].rpartition("/")[2]]
        return named
    choices: list[dict[str, Any]] = schema.get("oneOf") or schema.get("anyOf") or []
    return choices[0] if choices else None


def _has_example(schema: dict[str, Any]) -> bool:
    """
    Tell whether somebody chose an example for a part, or for what it may be.
    """
    return "examples" in schema or any("examples" in each for each in schema.get("anyOf", ()))


def _is_instant(schema: dict[str, Any]) -> bool:
    """
    Tell whether a part is an instant: left out, it is now, which most people mean.
    """
    return any(each.get("format") == "date-time" for each in (schema, *schema.get("anyOf", ())))


def _example_of_plain(schema: dict[str, Any]) -> object:
    """
    Give something that has the type of a schema.
    """
    plain = {"boolean": False, "integer": schema.get("minimum", 1), "null": None}
    by_format = {"date": "2026-03-01", "date-time": "2026-03-01T09:00:00Z", "binary": BINARY}
    return plain.get(schema.get("type", ""), by_format.get(schema.get("format", ""), "…"))


def _problem_schemas() -> dict[str, Any]:
    """
    Describe problems; the framework does not see them in any signature.
    """
    template = _REF.format(kind="schemas", name="{name}")
    return schema_components([Problem], ref_template=template)[1]


def _problem_response(title: str) -> dict[str, Any]:
    """
    Describe the refusal with one status.
    """
    schema = {"$ref": _REF.format(kind="schemas", name="Problem")}
    return {"description": title, "content": {MEDIA_TYPE: {"schema": schema}}}
