"""
Describe files that go out in one of several forms, on one route.

The framework describes one media type a route.  A handler that gives several says so in
its options.
"""

from collections.abc import Iterator
from typing import Any

from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

GIVES = "gives"
"""Option of a handler: every media type of the file that it gives."""
_JSON = "json"


def described_files(app: Litestar) -> dict[str, dict[str, Any]]:
    """
    Give the content of the good answer, by operation.
    """
    return {
        str(each.operation_id): {media: {"schema": _schema(media)} for media in each.opt[GIVES]}
        for each in _handlers(app)
        if GIVES in each.opt
    }


def _schema(media: str) -> dict[str, str]:
    return {"type": "object"} if media.endswith(_JSON) else {"type": "string"}


def _handlers(app: Litestar) -> Iterator[HTTPRouteHandler]:
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            yield from route.route_handlers
