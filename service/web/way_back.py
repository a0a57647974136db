"""
Find where to go from an address that answers to forms only.
"""

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from litestar import Request
from litestar.routes import HTTPRoute

FAMILIES: Final = "f"
_GAP: Final = re.compile(r"\{[^}]+\}")


def page_above(request: Request[Any, Any, Any]) -> str:
    """
    Give the nearest page above that can be loaded; empty: there is none.

    Whoever chooses a language or larger print on a page that a form gave, or loads its
    address again, comes out there.
    """
    loaded = [
        re.compile(_GAP.sub("[^/]+", each.path))
        for each in request.app.routes
        if isinstance(each, HTTPRoute) and "GET" in each.methods
    ]
    found = (
        each for each in _above(request.url.path) if any(one.fullmatch(each) for one in loaded)
    )
    return quote(next(found, ""))


def form_behind(request: Request[Any, Any, Any]) -> str:
    """
    Give where a form that was sent is filled in; empty: where it went.

    What is new is sent to the list that it is to stand in: `/units`, from `/units/new`.
    """
    empty_form = f"{request.url.path}/new"
    filled_in = _GAP.sub("[^/]+", f"{request.scope['path_template']}/new")
    known = any(
        isinstance(each, HTTPRoute)
        and "GET" in each.methods
        and _GAP.sub("[^/]+", each.path) == filled_in
        for each in request.app.routes
    )
    return quote(empty_form) if known else ""


def start_of(request: Request[Any, Any, Any]) -> str:
    """
    Give where the reader begins; empty: nowhere.

    Staff begin at the front, families at their house.
    """
    room, _, rest = request.url.path.strip("/").partition("/")
    if room != FAMILIES:
        return "/"
    house, _, deeper = rest.partition("/")
    return f"/{FAMILIES}/{quote(house)}" if deeper else ""


def is_of_family(request: Request[Any, Any, Any]) -> bool:
    """
    Tell whether an address belongs to the pages of families.
    """
    return request.url.path.strip("/").partition("/")[0] == FAMILIES


def _above(path: str) -> Iterator[str]:
    """
    Give every address above, the nearest first.
    """
    while path not in ("", "/"):
        path = path.rpartition("/")[0]
        yield path or "/"
