"""
Enter what somebody answered on paper or in words.

Nothing is ticked beforehand.  The last page before saving shows everything once more,
and asks for the proof of a yes.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery

from service.decision.ids import ActId, DraftId, FormVersionId, PersonId, SignatoryId
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.consents import Sheet
from service.usecases.paper import Scan
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.answer_form import (
    SentAnswer,
    entered_of,
    provide_answer,
    ticked,
    with_scan,
)
from service.web.staff.people.answer_pages import choosing, questions, review
from service.web.staff.people.person import File, channel_names, names_of, zone_of

MAX_ANSWER_BYTES: Final = 21 * 1024 * 1024


def recorder_of(request: Request[Any, Caller, Any]) -> Caller:
    """
    Give who asks, as far as they may write down answers.

    Raises:
        NotAllowed: They may not.
    """
    return request.auth.narrowed(Scope.CONSENTS_WRITE)


@get("/people/{person_id:str}/answer", sync_to_thread=True, operation_id="showAnswerPage")
def show_answer(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    signatory: FromQuery[str] = "",
    form: FromQuery[str] = "",
) -> Response[bytes]:
    """
    Ask who answered which form; then show its questions.
    """
    caller = recorder_of(request)
    if not signatory or not form:
        return choosing(request, registry, caller, PersonId(person_id), signatory)
    sheet = registry.consents.open_sheet(
        caller, PersonId(person_id), SignatoryId(signatory), FormVersionId(form)
    )
    return questions(request, sheet, Fields({}))


@post(
    "/people/{person_id:str}/answer",
    sync_to_thread=True,
    status_code=200,
    operation_id="reviewAnswerPage",
)
def review_answer(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Show everything once more; nothing is saved yet.
    """
    sheet = _sheet(request, registry, person_id, fields)
    scan = _scan(request, registry, sheet, fields)
    ticks = ticked(fields, sheet)
    try:
        entered = entered_of(fields, sheet.person.id, ticks)
    except InvalidInput as refused:
        return questions(request, sheet, fields, fault=refused.field, scan=scan)
    if not entered.lines:
        return questions(request, sheet, fields, fault="lines", scan=scan)
    return review(request, sheet, fields, ticks, scan=scan)


@post(
    "/people/{person_id:str}/answer/save",
    sync_to_thread=True,
    operation_id="enterAnswerPage",
    request_max_body_size=MAX_ANSWER_BYTES,
    dependencies={"sent": Provide(provide_answer)},
)
def save_answer(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    sent: NamedDependency[SentAnswer],
    person_id: FromPath[str],
) -> Response[Any]:
    """
    Save it all at once.
    """
    fields = sent.fields
    caller = recorder_of(request)
    sheet = _sheet(request, registry, person_id, fields)
    scan = _scan(request, registry, sheet, fields)
    try:
        entered = entered_of(fields, sheet.person.id, fields["ticks"], sent.proof)
        saved = registry.consents.enter_answer(caller, with_scan(entered, scan))
    except InvalidInput as refused:
        return review(request, sheet, fields, fields["ticks"], fault=refused.field, scan=scan)
    if scan is not None:
        registry.paper.open_scan.drop(caller, scan.draft_id)
    parts = [f"act={each.id}" for each in saved.acts] + ["waits=1"] * (saved.pending is not None)
    parts += ["told=1"] * saved.is_told
    return see_other(f"/people/{person_id}/answer/done?{'&'.join(parts)}")


@get("/people/{person_id:str}/answer/done", sync_to_thread=True, operation_id="showAnswerDone")
def show_done(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    act: FromQuery[list[str] | None] = None,
    waits: FromQuery[str] = "",
    told: FromQuery[str] = "",
) -> Response[bytes]:
    """
    Say what was recorded, and what waits for a colleague.
    """
    caller = recorder_of(request)
    person = registry.people.get_person(caller, PersonId(person_id))
    asked = {ActId(each) for each in act or []}
    acts = tuple(
        each for each in registry.consents.show_acts(caller, person.id) if each.act.id in asked
    )
    names = names_of(
        registry, caller, person, tuple(registry.authorities.list_authorities(caller, person.id))
    )
    file = File(person, names=names, acts=acts, channels=channel_names(registry, caller))
    return page(
        request,
        "staff/people/answer_done.html",
        file=file,
        waits=bool(waits),
        is_told=bool(told),
        zone=zone_of(registry, caller),
    )


def _sheet(
    request: Request[Any, Caller, Any], registry: Registry, person_id: str, fields: Fields
) -> Sheet:
    """
    Open the sheet that a form is about.
    """
    return registry.consents.open_sheet(
        recorder_of(request),
        PersonId(person_id),
        SignatoryId(fields["signatory"]),
        FormVersionId(fields["form"]),
    )


def _scan(
    request: Request[Any, Caller, Any], registry: Registry, sheet: Sheet, fields: Fields
) -> Scan | None:
    """
    Open the scan that a form goes on from, if it does.

    Raises:
        PaperRefused: Its answers were entered meanwhile.
    """
    if not fields["scan"]:
        return None
    caller = recorder_of(request)
    return registry.paper.open_scan(caller, sheet.person.id, DraftId(fields["scan"]))


ROUTES: Final = (show_answer, review_answer, save_answer, show_done)
