"""
Erase a person: what goes and what stays, the name typed, what was done.
"""

from typing import Any, Final
from unicodedata import combining, normalize

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.errors import Conflict
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.person import name_of, zone_of

ERASE: Final = "/people/{person_id:str}/erase"


@get(ERASE, sync_to_thread=True, operation_id="showErasePage")
def show_erase(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Show what would go and what would stay.
    """
    return _asked(request, registry, PersonId(person_id))


@post(ERASE, sync_to_thread=True, operation_id="erasePersonOnPage")
def erase(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Erase whoever's name was typed; anything else shows the page again.
    """
    caller, whom = _eraser(request), PersonId(person_id)
    all_words = fields["words"] == "all"
    name = name_of(registry.people.preview_erasure(caller, whom).person)
    if _letters(fields["name"]) != _letters(name):
        return _asked(request, registry, whom, fault="name", status=422, all_words=all_words)
    try:
        entry_id = registry.people.erase_person(caller, whom, all_words=all_words)
    except Conflict:
        return _asked(request, registry, whom, status=409, all_words=all_words)
    return see_other(f"/people/{person_id}/erased/{entry_id}")


@get(
    "/people/{person_id:str}/erased/{entry_id:str}",
    sync_to_thread=True,
    operation_id="showErasedPage",
)
def show_erased(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    entry_id: FromPath[str],
) -> Response[bytes]:
    """
    Say what was done; nobody is named any more.
    """
    caller = _eraser(request)
    return page(
        request,
        "staff/people/erased.html",
        done=registry.people.show_erasure(caller, PersonId(person_id), entry_id),
        zone=zone_of(registry, caller),
        sees_takedowns=Scope.PUBLICATIONS_READ in caller.actor.scopes,
    )


def _asked(
    request: Request[Any, Caller, Any],
    registry: Registry,
    person_id: PersonId,
    *,
    fault: str = "",
    status: int = 200,
    all_words: bool = False,
) -> Response[bytes]:
    preview = registry.people.preview_erasure(_eraser(request), person_id)
    return page(
        request,
        "staff/people/erase.html",
        status=status,
        found=preview,
        name=name_of(preview.person),
        going_along=[name_of(each) for each in preview.signatories],
        fault=fault,
        all_words=all_words,
    )


def _eraser(request: Request[Any, Caller, Any]) -> Caller:
    """
    Give who asks, as far as they may erase people.

    Raises:
        NotAllowed: They may not.
    """
    return request.auth.narrowed(Scope.ADMIN)


def _letters(name: str) -> str:
    """
    Give a name as it is compared: accents, capitals and double spaces are forgiven.
    """
    bare = (each for each in normalize("NFKD", name) if not combining(each))
    return " ".join("".join(bare).casefold().split())


ROUTES: Final = (show_erase, erase, show_erased)
