"""
Serve the description as JSON, and as a page without outside assets.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from html import escape
from typing import Any

from litestar import Request, Router
from litestar.enums import MediaType, OpenAPIMediaType
from litestar.exceptions import NotFoundException
from litestar.openapi.plugins import OpenAPIRenderPlugin

from service.api.spec import DESCRIPTION, DOCS_PATH, TITLE, document, render_openapi

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "code,pre{font:.9rem/1.4 ui-monospace,monospace}pre{overflow:auto;padding:.75rem;"
    "background:#f4f4f2}summary{cursor:pointer;padding:.25rem 0}dt{font-weight:600}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
PAGE_POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; frame-ancestors 'none'"


class JsonDocument(OpenAPIRenderPlugin):
    """
    The document as programs read it.
    """

    def __init__(self) -> None:
        """
        Serve at `openapi.json`.
        """
        super().__init__(path="/openapi.json", media_type=OpenAPIMediaType.OPENAPI_JSON)

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """
        Give the same bytes as the committed file.
        """
        del openapi_schema  # the framework's own, which lacks what we add
        return render_openapi(request.app)


class PlainPage(OpenAPIRenderPlugin):
    """
    The document as people read it.
    """

    def __init__(self) -> None:
        """
        Serve at the root of the documentation.
        """
        super().__init__(path="/", media_type=MediaType.HTML)

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """
        Write the page.
        """
        del openapi_schema  # the framework's own, which lacks what we add
        return "".join(_page(document(request.app))).encode()


def documentation_router() -> Router:
    """
    Give the router of the documentation; unknown pages are problems.
    """
    return Router(
        DOCS_PATH,
        route_handlers=[],
        before_request=_known_page,
        include_in_schema=False,
        response_headers={"Content-Security-Policy": PAGE_POLICY},
    )


def _known_page(request: Request[Any, Any, Any]) -> None:
    """
    Refuse pages that do not exist before the framework draws one.
    """
    if request.path_params:
        raise NotFoundException


def _page(described: dict[str, Any]) -> Iterator[str]:
    """
    Write the page piece by piece.
    """
    yield f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} API</title>'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<style>{_STYLE}</style></head><body><main><h1>{TITLE} API</h1>"
    yield "".join(f"<p>{escape(part)}</p>" for part in DESCRIPTION.split("\n\n"))
    yield f'<p><a href="{DOCS_PATH}/openapi.json">openapi.json</a></p>'
    for path, item in sorted(described["paths"].items()):
        for method, operation in item.items():
            yield from _operation(f"{method.upper()} {path}", operation)
    yield "<h2>Structures</h2>"
    for name, schema in sorted(described["components"]["schemas"].items()):
        yield f'<details id="{escape(name)}"><summary>{escape(name)}</summary>{_code(schema)}'
        yield "</details>"
    yield "</main></body></html>"


def _operation(place: str, operation: dict[str, Any]) -> Iterator[str]:
    """
    Write one operation.
    """
    yield f"<details><summary><code>{escape(place)}</code> {escape(operation['summary'])}</summary>"
    yield f"<p>{escape(operation.get('description', ''))}</p><dl>"
    for parameter in operation.get("parameters", ()):
        words = f"{parameter['in']}. {parameter.get('description', '')}"
        yield f"<dt><code>{escape(parameter['name'])}</code></dt><dd>{escape(words)}</dd>"
    yield "</dl>"
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"<p>Body, {escape(media)}:</p>{_code(content['example'])}"
    yield f"<p>Answers: {escape(', '.join(sorted(operation['responses'])))}.</p></details>"


def _code(value: object) -> str:
    """
    Show plain values.
    """
    return f"<pre>{escape(json.dumps(value, indent=2, ensure_ascii=False))}</pre>"
