"""
Fill templates.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from litestar import Request, Response
from litestar.status_codes import HTTP_422_UNPROCESSABLE_ENTITY

from service.web.assets import asset
from service.web.catalogue import LANGUAGES, YOUNG, Catalogue, catalogue
from service.web.language import FIELD, chosen_with_form, language_cookie, words_for
from service.web.navigation import above, entries_for
from service.web.protection import HEADERS
from service.web.way_back import form_behind

FOLDER: Final = Path(__file__).parent / "templates"


class Said(NodeTransformer):
    """
    Put what a page says in every case where a template asks for it.

    A page asks for thirty texts, each a call by way of the whole context; of a text
    that is missing it now tells when it is compiled.
    """

    def __init__(self, texts: Catalogue) -> None:
        """
        Take the texts of the language.
        """
        self._calls: dict[str, Callable[[str], str]] = {"t": texts, "asset": asset}

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  # called so by jinja2
        """
        Give the text for `t("key")`, the address for `asset("name")`.
        """
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        match node.args:
            case [nodes.Const(value=str(key))] if name in self._calls and not node.kwargs:
                return nodes.Const(self._calls[name](key), lineno=node.lineno)
        return node


class Pages(Environment):
    """
    Compile templates for one language.
    """

    def __init__(self, language: str, **options: Any) -> None:  # noqa: ANN401  # jinja2's own
        """
        Take the *language*, and what jinja2 is told besides.
        """
        super().__init__(**options)
        self._said = Said(catalogue(language))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """
        Read a template, and say in it what is always the same.
        """
        parsed: nodes.Template = self._said.visit(super()._parse(source, name, filename))
        return parsed


@cache
def environment(language: str) -> Environment:
    """
    Give what finds and fills templates; a name that is not set is an error.

    One a language: what is the same on every page of it is compiled in, so that parts
    that templates share are made once, not once a page.
    """
    made = Pages(
        language,
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"t": catalogue(language), "asset": asset, "languages": LANGUAGES}
    made.globals["language"] = language.removesuffix(YOUNG)
    return made


def texts_of(request: Request[Any, Any, Any]) -> Catalogue:
    """
    Give the texts in the language of whoever asks.
    """
    return catalogue(words_for(request))


def page(
    request: Request[Any, Any, Any], template: str, *, status: int = 200, **values: object
) -> Response[bytes]:
    """
    Fill a template for whoever asks.

    Besides *values* a template knows `t` (texts), `asset`, `language`, `languages`,
    `path` (to come back to), `given` (the same, if a form gave the page), `is_refused`
    (a form was), `caller` (None if nobody is signed in), `menu` and `above` (the way back).

    A template that sets `again` (the id of a form, and where that is shown anew) has
    another language chosen by a button of that form: what stands in it is not lost.
    """
    texts = texts_of(request)
    caller = request.scope.get("auth")
    path = _address(request, status)
    menu = entries_for(caller, request.url.path)
    written = (
        environment(texts.language)
        .get_template(template)
        .render(
            {
                "path": path,
                "given": _given(request, path),
                "is_refused": status == HTTP_422_UNPROCESSABLE_ENTITY,
                "caller": caller,
                "menu": menu,
                "above": above(menu, request.url.path) if caller else None,
                **values,
            }
        )
    )
    chosen = chosen_with_form(request)
    return Response(
        written.encode(),
        status_code=status,
        media_type="text/html",
        headers=HEADERS,
        cookies=[language_cookie(chosen)] if chosen else None,
    )


def _given(request: Request[Any, Any, Any], path: str) -> str:
    """
    Give where a page that a form gave is loaded from; empty: no form gave it.

    With what its address says besides; a language is chosen once.
    """
    if request.method == "GET":
        return ""
    asked = [each for each in request.query_params.multi_items() if each[0] != FIELD]
    return f"{path}?{urlencode(asked)}" if asked and path == request.url.path else path


def _address(request: Request[Any, Any, Any], status: int) -> str:
    """
    Give where a reader comes back to; what a form brought is not repeated.

    Where only a form leads to an address, loading it leads to the page above.  A form with
    something wrong in it is found again where it is filled in.
    """
    if request.method != "GET":
        is_form = status == HTTP_422_UNPROCESSABLE_ENTITY
        return (form_behind(request) if is_form else "") or request.url.path
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
