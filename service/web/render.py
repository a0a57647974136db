"""
Fill templates.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response

from service.web.assets import asset
from service.web.catalogue import LANGUAGES, YOUNG, Catalogue, catalogue
from service.web.language import words_for
from service.web.navigation import entries_for
from service.web.protection import HEADERS

FOLDER: Final = Path(__file__).parent / "templates"


@cache
def environment(language: str) -> Environment:
    """
    Give what finds and fills templates; a name that is not set is an error.

    One a language: what is the same on every page of it is compiled in, so that parts
    that templates share are made once, not once a page.
    """
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    texts = catalogue(language)
    made.globals |= {"t": texts, "asset": asset, "languages": LANGUAGES}
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
    `path` (to come back to), `caller` (None if nobody is signed in) and `menu`.
    """
    texts = texts_of(request)
    caller = request.scope.get("auth")
    written = (
        environment(texts.language)
        .get_template(template)
        .render(
            {
                "path": _address(request),
                "caller": caller,
                "menu": entries_for(caller, request.url.path),
                **values,
            }
        )
    )
    return Response(written.encode(), status_code=status, media_type="text/html", headers=HEADERS)


def _address(request: Request[Any, Any, Any]) -> str:
    """
    Give where a reader comes back to; what a form brought is not repeated.
    """
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
