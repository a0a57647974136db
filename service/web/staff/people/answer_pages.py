"""
Show the steps of entering an answer.
"""

from collections.abc import Mapping
from typing import Any, Final

from litestar import Request, Response

from service.decision.ids import PersonId
from service.decision.terms import ActKind, Category, Method
from service.records.forms import FormVersionRecord
from service.usecases.caller import Caller
from service.usecases.consents import AnswerLine, Sheet
from service.usecases.paper import Scan
from service.usecases.registry import Registry
from service.web.fields import Fields, status_of
from service.web.render import page
from service.web.staff.people.answer_form import CARRIED, CHOICES, lines_of, read_lines
from service.web.staff.people.person import names_of
from service.web.staff.people.reading import all_of

METHODS: Final = (Method.PAPER, Method.EMAIL, Method.ORAL_WITNESSED, Method.PHONE)
FAULTS: Final = frozenset(
    {"signed_on", "method", "lines", "evidence", "witness_note", "expires_on", "explicit", "place"}
)


def choosing(
    request: Request[Any, Caller, Any],
    registry: Registry,
    caller: Caller,
    person_id: PersonId,
    signatory: str,
) -> Response[bytes]:
    """
    Ask who answered, and on which form.
    """
    person = registry.people.get_person(caller, person_id)
    authorities = tuple(registry.authorities.list_authorities(caller, person_id))
    return page(
        request,
        "staff/people/answer_who.html",
        person=person,
        names=names_of(registry, caller, person, authorities),
        kinds={each.authority.signatory_id: each.authority.kind.value for each in authorities},
        signatory=signatory,
        forms=forms_of(registry, caller, person.category),
    )


def forms_of(
    registry: Registry, caller: Caller, category: Category, *, closed: bool = True
) -> list[tuple[str, FormVersionRecord]]:
    """
    Give every version with the name of its form, the newest first.

    Those whose words are for such people come before all others: an old paper may be
    on any.

    Args:
        closed: Whether closed forms are among them: nobody is asked in their words any
            more, yet papers come back.
    """
    found = [
        (each.name, version)
        for each in all_of(registry.forms.list_forms, caller)
        if closed or not each.closed
        for version in registry.forms.get_form(caller, each.id).versions
    ]
    newest = sorted(found, key=lambda pair: pair[1].version.published_at, reverse=True)
    return sorted(newest, key=lambda pair: not pair[1].is_for(category))


def questions(
    request: Request[Any, Caller, Any],
    sheet: Sheet,
    fields: Fields,
    *,
    fault: str | None = "",
    scan: Scan | None = None,
) -> Response[bytes]:
    """
    Show the questions, nothing ticked but what was ticked just now.
    """
    return page(
        request,
        "staff/people/answer.html",
        status=status_of(fault),
        sheet=sheet,
        fields=fields,
        fault=fault,
        places=FAULTS,
        choices=[each.value for each in CHOICES],
        scan=scan,
        read=read_lines(scan),
        methods=[each.value for each in METHODS],
    )


def review(
    request: Request[Any, Caller, Any],
    sheet: Sheet,
    fields: Fields,
    ticks: str,
    *,
    fault: str | None = "",
    scan: Scan | None = None,
) -> Response[bytes]:
    """
    Show what will be saved.
    """
    lines = tuple(lines_of(ticks))
    return page(
        request,
        "staff/people/answer_review.html",
        status=status_of(fault),
        sheet=sheet,
        fields=fields,
        fault=fault,
        places=FAULTS,
        carried={name: fields[name] for name in sorted(CARRIED - {"ticks"}) if name in fields},
        ticks=ticks,
        scan=scan,
        read=read_lines(scan),
        lines=_by_place(sheet, lines),
        says_yes=any(each.kind is ActKind.GIVEN for each in lines),
        spoken=fields["method"] in {Method.ORAL_WITNESSED.value, Method.PHONE.value},
    )


def _by_place(
    sheet: Sheet, lines: tuple[AnswerLine, ...]
) -> Mapping[str, list[tuple[AnswerLine, ActKind | None]]]:
    """
    Put together what is said of each place, with what is said there now.
    """
    found: dict[str, list[tuple[AnswerLine, ActKind | None]]] = {}
    for row in sheet.rows:
        own = [each for each in lines if (each.place, each.is_group) == (row.place, row.is_group)]
        if own:
            found[row.name] = [(each, row.now.get(each.matter)) for each in own]
    return found
