"""
Turn a refusal into a page that says what to do next.
"""

from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Request, Response
from litestar.exceptions import HTTPException

from service.errors import NotIdentified, ObstatError
from service.http.headers import note_failure, request_id
from service.http.statuses import status_of
from service.web.addressed import Addressed
from service.web.protection import FromElsewhere
from service.web.redirects import see_other
from service.web.render import page, texts_of
from service.web.session import SIGNED_IN
from service.web.way_back import is_of_family, page_above, start_of

FIRST_OF_OURS: Final = 500
SIGN_IN: Final = "/sign-in"
_ASKING: Final = ("/check", "/share", "/drafts", "/proposals")
"""Where whoever gets no answer might take that for a yes."""
_FRAMEWORK: Final = {
    400: "malformed",
    401: "not-identified",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "malformed",
    429: "too-many",
}


def show_refusal(request: Request[Any, Any, Any], error: ObstatError) -> Response[bytes]:
    """
    Show one of our own refusals.
    """
    status = status_of(type(error))
    note_failure(request.scope, error.code, error if status >= FIRST_OF_OURS else None)
    if isinstance(error, NotIdentified) and request.method == "GET":
        return to_sign_in(request)
    return problem_page(request, error.code, status)


def to_sign_in(request: Request[Any, Any, Any]) -> Response[bytes]:
    """
    Lead whoever is not signed in to where one signs in, and back.
    """
    came_from = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    location = SIGN_IN if came_from == "/" else f"{SIGN_IN}?{urlencode({'back': came_from})}"
    return see_other(location)


def show_framework(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """
    Show what was refused before any verb was reached.
    """
    status = error.status_code
    if status not in _FRAMEWORK:
        status = 400 if status < FIRST_OF_OURS else 500
    code = _FRAMEWORK.get(status, "internal")
    if isinstance(error, FromElsewhere):
        code = "from-elsewhere"
    if code == "method-not-allowed" and request.method == "GET" and (above := page_above(request)):
        return see_other(above)
    note_failure(request.scope, code, error if status >= FIRST_OF_OURS else None)
    return problem_page(request, code, status)


def show_bug(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """
    Show what nobody foresaw; the log says where, the page does not.
    """
    note_failure(request.scope, "internal", error)
    return problem_page(request, "internal", 500)


def problem_page(request: Request[Any, Any, Any], code: str, status: int) -> Response[bytes]:
    """
    Say what went wrong and what to do next.

    Where somebody asked whether, also that no answer is no yes.
    """
    is_known = SIGNED_IN in request.scope["state"]
    if status < FIRST_OF_OURS and not is_known and not is_of_family(request):
        return Addressed(partial(_written, request, code, status))
    return _written(request, code, status)


def _written(request: Request[Any, Any, Any], code: str, status: int) -> Response[bytes]:
    """
    Write the page for whoever is known to read it.
    """
    # A family that is in is no member of staff: nothing of theirs stands above.
    nobody = {"caller": None, "menu": ()} if is_of_family(request) else {}
    return page(
        request,
        "shared/problem.html",
        status=status,
        **nobody,
        code=shown_code(request, code),
        number=request_id(request.scope),
        start=start_of(request),
        is_asking=request.url.path.startswith(_ASKING),
    )


def shown_code(request: Request[Any, Any, Any], code: str) -> str:
    """
    Give the code that has a text of its own, or the general one.
    """
    known = texts_of(request).knows(f"problems.{code}")
    return code if known else "general"
