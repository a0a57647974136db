"""
List who asked about whom, and what was answered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.decision.terms import Answer
from service.records.activity import CheckRecord
from service.records.paging import Page
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.listings import cursor
from service.web.render import page
from service.web.staff.names import channel_words, name_of
from service.web.staff.proof.reading import staff_names, zone_of

PATH: Final = "/checks"
ON_A_PAGE: Final = 50
ANSWERS: Final = tuple(each.value for each in Answer)


@dataclass(frozen=True, slots=True)
class Row:
    """
    A question, and whom it touched.
    """

    check: CheckRecord
    names: list[str]
    unnamed: int
    """Out of sight, or erased since."""


@get(PATH, sync_to_thread=True, operation_id="showAsked")
def show_asked(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person: FromQuery[str] = "",
    by: FromQuery[str] = "",
    answer: FromQuery[str] = "",
    after: FromQuery[str] = "",
) -> Response[bytes]:
    """
    List every question in sight, the newest first, and who asked too many.

    Raises:
        NotAllowed: The caller audits nothing.
        NotFound: It is asked for somebody who is not there for this caller.
    """
    caller = request.auth.narrowed(Scope.AUDIT)
    answer = answer if answer in ANSWERS else ""
    about = registry.people.get_person(caller, PersonId(person)) if person else None
    given = {"person_id": person, "actor_id": by, "answer": answer}
    filters = {name: value for name, value in given.items() if value}
    asked = Page(ON_A_PAGE, cursor(after), filters=filters, newest_first=True)
    listing = registry.checks.list_checks(caller, asked)
    return page(
        request,
        "staff/proof/asked.html",
        rows=_rows(registry, caller, listing.items),
        next_after=listing.next_after,
        about=about,
        by=by,
        chosen=answer,
        used_up=registry.checks.list_used_up(request.auth),
        answers=ANSWERS,
        actors=staff_names(registry, caller),
        channels=channel_words(registry, caller),
        zone=zone_of(registry, caller),
    )


def _rows(registry: Registry, caller: Caller, checks: Iterable[CheckRecord]) -> list[Row]:
    """
    Name whom each question touched, as far as the reader sees them.
    """
    reads, names = caller.may(Scope.PEOPLE_READ), dict[str, str]()
    rows = []
    for check in checks:
        for each in check.person_ids if reads else ():
            if each not in names:
                names[each] = name_of(registry, caller, each)
        named = [names[each] for each in check.person_ids if names.get(each)]
        rows.append(Row(check, named, len(check.person_ids) - len(named)))
    return rows


ROUTES: Final = (show_asked,)
