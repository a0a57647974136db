"""
Choose the language of a page, and let the reader choose.
"""

from typing import Any, Final

from babel import negotiate_locale
from litestar import Request, Response, get
from litestar.datastructures import Cookie
from litestar.params import FromPath

from service.errors import NotFound
from service.web.catalogue import DEFAULT, EASY, LANGUAGES, YOUNG
from service.web.redirects import see_other

COOKIE: Final = "obstat-language"
FIELD: Final = "language"
SESSION_LANGUAGE: Final = "obstat_session_language"
"""Where a session leaves the language of whoever is signed in."""
YOUNG_READER: Final = "obstat_young_reader"
"""Where a page notes that it speaks to a child about itself."""
_YEAR_SECONDS: Final = 31_536_000
_MOST_ACCEPTED: Final = 20


def language_of(request: Request[Any, Any, Any]) -> str:
    """
    Give what was chosen here, what the person reads, or the browser.
    """
    chosen = (
        chosen_with_form(request)
        or request.cookies.get(COOKIE)
        or request.scope["state"].get(SESSION_LANGUAGE, "")
    )
    if chosen in LANGUAGES or chosen in EASY:
        return chosen
    accepted = request.headers.get("accept-language", "").split(",")[:_MOST_ACCEPTED]
    wanted = [each.partition(";")[0].strip() for each in accepted]
    return negotiate_locale([each for each in wanted if each], list(LANGUAGES), sep="-") or DEFAULT


def chosen_with_form(request: Request[Any, Any, Any]) -> str:
    """
    Give the language that a button of a form asks for; empty: none.

    Such a button sends on what was typed or ticked, which a link would lose.
    """
    asked = request.query_params.get(FIELD) or "" if request.method == "POST" else ""
    return asked if asked in LANGUAGES or asked in EASY else ""


def language_cookie(language: str) -> Cookie:
    """
    Keep a language that was chosen.
    """
    return Cookie(COOKIE, value=language, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")


def words_for(request: Request[Any, Any, Any]) -> str:
    """
    Give in which words a page is written: easy ones, a child's, or others.

    Easy words were chosen, so they stay.
    """
    language = language_of(request)
    is_young = request.scope["state"].get(YOUNG_READER, False) and language in LANGUAGES
    return f"{language}{YOUNG}" if is_young else language


@get("/language/{language:str}", sync_to_thread=False, operation_id="chooseLanguage")
def choose_language(request: Request[Any, Any, Any], language: FromPath[str]) -> Response[bytes]:
    """
    Keep the language that was chosen, and go back to where one was.

    Raises:
        NotFound: No page is written in it.
    """
    if language not in LANGUAGES and language not in EASY:
        raise NotFound("There are no pages in this language.")
    back = request.query_params.get("back", "/")
    return see_other(own_path(back), language_cookie(language))


def own_path(path: str) -> str:
    """
    Give *path* if it leads nowhere but to these pages, else the front page.
    """
    plain = path.startswith("/") and not path.startswith("//")
    return path if plain and "\\" not in path and path.isprintable() else "/"
