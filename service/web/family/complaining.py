"""
Let anybody complain, without signing in.
"""

from typing import Any, Final
from uuid import uuid4

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.errors import InvalidInput, TooMany
from service.records.complaints import ComplaintWords, Wish
from service.usecases.registry import Registry
from service.web.family.door import family_page
from service.web.fields import NOTHING, Fields
from service.web.language import language_of

COMPLAIN: Final = "/f/{house:str}/complain"


@get(COMPLAIN, sync_to_thread=True, operation_id="showComplaintForm")
def show_form(
    request: Request[Any, Any, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Ask what is wrong and where.
    """
    return _form(request, registry, NOTHING)


@post(f"{COMPLAIN}/words", sync_to_thread=True, status_code=200, operation_id="continueComplaint")
def show_typed(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Show what was typed in other letters or words; nothing is sent.
    """
    return _form(request, registry, fields)


@post(COMPLAIN, sync_to_thread=True, operation_id="complainOnPage")
def complain(
    request: Request[Any, Any, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    house: FromPath[str],
) -> Response[bytes]:
    """
    Take it in, and give number and deadline.
    """
    wish = Wish(fields["wish"]) if fields["wish"] in set(Wish) else Wish.OTHER
    try:
        taken = registry.families.complain(
            house, _words(fields), wish, language_of(request), fields["once"]
        )
    except InvalidInput:
        return _form(request, registry, fields, status=422, trouble="no-words")
    except TooMany:
        return _form(request, registry, fields, status=429, trouble="complaints")
    return family_page(
        request,
        registry,
        "complained.html",
        taken=taken,
        is_reachable=bool(fields["contact"].strip()),
    )


def _words(fields: Fields) -> ComplaintWords:
    """
    Read what was typed.
    """
    return ComplaintWords(
        complainant=fields["name"],
        contact=fields["contact"],
        text=fields["text"],
        seen_at=fields["seen_at"],
    )


def _form(
    request: Request[Any, Any, Any],
    registry: Registry,
    fields: Fields,
    *,
    status: int = 200,
    trouble: str = "",
) -> Response[bytes]:
    """
    Show the form, with what was typed already.
    """
    return family_page(
        request,
        registry,
        "complain.html",
        status=status,
        words=_words(fields),
        wish=fields["wish"],
        once=fields["once"] or uuid4().hex,
        trouble=trouble,
        wishes=[each.value for each in Wish],
    )


ROUTES: Final = (show_form, show_typed, complain)
