"""
Let a family read in large print, on every page from then on.
"""

from enum import StrEnum
from typing import Any, Final

from litestar import Request, Response, get
from litestar.datastructures import Cookie
from litestar.params import FromPath

from service.errors import NotFound
from service.web.language import own_path
from service.web.redirects import see_other

COOKIE: Final = "obstat-print"
_YEAR_SECONDS: Final = 31_536_000


class Print(StrEnum):
    """
    How large letters are.
    """

    LARGE = "large"
    USUAL = "usual"


def is_large(request: Request[Any, Any, Any]) -> bool:
    """
    Tell whether this reader chose large print.
    """
    return (chosen_with_form(request) or request.cookies.get(COOKIE)) == Print.LARGE.value


def chosen_with_form(request: Request[Any, Any, Any]) -> str:
    """
    Give the size that a button of a form asks for; empty: none.
    """
    asked = request.query_params.get("print") or "" if request.method == "POST" else ""
    return asked if asked in set(Print) else ""


def print_cookie(size: str) -> Cookie:
    """
    Keep a size that was chosen.
    """
    return Cookie(COOKIE, value=size, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")


@get("/print/{size:str}", sync_to_thread=False, operation_id="choosePrint")
def choose_print(request: Request[Any, Any, Any], size: FromPath[str]) -> Response[bytes]:
    """
    Keep how large letters are to be, and go back to where that was chosen.

    Raises:
        NotFound: There is no such size.
    """
    if size not in set(Print):
        raise NotFound("There are no pages in this size.")
    back = own_path(request.query_params.get("back", "/"))
    return see_other(back, print_cookie(size))


ROUTES: Final = (choose_print,)
