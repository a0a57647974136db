"""
Follow the letters that were written, and send again what came back.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from service.decision.powers import Scope
from service.errors import Conflict, NotFound
from service.records.mail import LetterId, LetterKind, LetterState
from service.records.notices import TOPICS
from service.records.paging import Page
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.listings import cursor
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.person import zone_of
from service.web.staff.people.reading import reader_of, writer_of

PATH: Final = "/letters"
_AT_ONCE: Final = 50
_LONGEST_ID: Final = 64
_OURS: Final = frozenset(
    {LetterKind.STAFF_INVITATION, LetterKind.STAFF_RECOVERY, LetterKind.STAFF_CANCELLED, *TOPICS}
)
"""Letters to those who work here: they are on the pages of accounts."""


@get(PATH, sync_to_thread=True, operation_id="showLettersPage")
def show_letters(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    so_far: FromQuery[str] = "",
    before: FromQuery[str] = "",
) -> Response[bytes]:
    """
    List letters, the newest first: all, or those that are so far.
    """
    return _listed(request, registry, so_far, before[:_LONGEST_ID])


@post(f"{PATH}/{{letter_id:str}}/retry", sync_to_thread=True, operation_id="retryLetterOnPage")
def retry_letter(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    letter_id: FromPath[str],
) -> Response[bytes]:
    """
    Send a letter again, to the address that is known by now.
    """
    try:
        registry.mail.retry_letter(writer_of(request), LetterId(letter_id))
    except (Conflict, NotFound):
        return _listed(request, registry, LetterState.FAILED.value, is_over=True)
    return see_other(f"{PATH}?so_far=waiting")


def _listed(
    request: Request[Any, Caller, Any],
    registry: Registry,
    so_far: str,
    before: str = "",
    *,
    is_over: bool = False,
) -> Response[bytes]:
    """
    Show one page of letters to families.
    """
    caller = reader_of(request)
    filters = {"state": so_far} if so_far in set(LetterState) else {}
    asked = Page(limit=_AT_ONCE, after=cursor(before), filters=filters, newest_first=True)
    found = registry.mail.list_letters(caller, asked)
    names = registry.mail.name_recipients(caller, (each.recipient_id for each in found.items))
    return page(
        request,
        "staff/letters.html",
        status=409 if is_over else 200,
        letters=[
            each for each in found.items if each.recipient_id in names and each.kind not in _OURS
        ],
        names=names,
        so_far=filters.get("state", ""),
        states=[each.value for each in LetterState],
        before=found.next_after,
        is_over=is_over,
        zone=zone_of(registry, caller),
        may_write=Scope.PEOPLE_WRITE in caller.actor.scopes,
    )


ROUTES: Final = (show_letters, retry_letter)
