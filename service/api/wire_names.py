"""
Name what a request may carry, out of the description of the API.
"""

from dataclasses import dataclass
from typing import Any

from litestar import Litestar
from litestar.routes import HTTPRoute

from service.api.spec import document, operations
from service.http.head import allowing


@dataclass(frozen=True, slots=True)
class WireNames:
    """
    What a request is measured by, out of the description.
    """

    query_names: dict[str, dict[str, bool]]
    allowed_methods: dict[str, str]


_KNOWN_NAMES: dict[frozenset[str], WireNames] = {}
"""By the routes of an application."""


def wire_names(app: Litestar) -> WireNames:
    """
    Give the names on the wire; applications of the same routes share them.

    Describing takes half as long as making the application, so it is done once.
    """
    routes = frozenset(
        f"{','.join(sorted(route.methods))} {route.path}"
        for route in app.routes
        if isinstance(route, HTTPRoute)
    )
    known = _KNOWN_NAMES.get(routes)
    if known is None:
        described = document(app)
        known = WireNames(_query_names(described), _allowed_methods(described))
        _KNOWN_NAMES[routes] = known
    return known


def _query_names(described: dict[str, Any]) -> dict[str, dict[str, bool]]:
    """
    Name the query parameters of each operation; True is free text.
    """
    return {
        operation["operationId"]: {
            each["name"]: each["schema"].get("type") == "string"
            for each in operation.get("parameters", ())
            if each["in"] == "query"
        }
        for operation, _ in operations(described)
    }


def _allowed_methods(described: dict[str, Any]) -> dict[str, str]:
    """
    Say for each path which methods it has, as the header `Allow` does.
    """
    return {path: allowing([*item, "OPTIONS"]) for path, item in described["paths"].items()}
