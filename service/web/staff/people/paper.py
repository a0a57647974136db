"""
Print a form for somebody, and take the scan of one that came back.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery

from service.decision.ids import DraftId, FormVersionId, PersonId, SignatoryId
from service.decision.powers import Scope
from service.errors import InvalidInput, NotFound
from service.http.multipart import SentFile, read_form
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.paper import PaperRefused, PrintDetails
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.answer_pages import forms_of, questions
from service.web.staff.people.answering import MAX_ANSWER_BYTES, recorder_of
from service.web.staff.people.person import names_of

SCAN: Final = "/people/{person_id:str}/answer/scan"


async def provide_scan(request: Request[Any, Any, Any]) -> tuple[Fields, SentFile | None]:
    """
    Read the form that brings a scan.

    Raises:
        ClientException: It is no form.
        ValidationException: It is not ours.
    """
    texts, files = frozenset({"signatory"}), frozenset({"paper"})
    form = await read_form(request, texts=texts, files=files, from_page=True)
    return Fields(form.texts), next(iter(form.many("paper")), None)


@get("/people/{person_id:str}/paper", sync_to_thread=True, operation_id="showPrintPage")
def show_print(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Ask for a scan to be read, and which form is to be printed.
    """
    return _both(request, registry, PersonId(person_id))


@post("/people/{person_id:str}/paper", sync_to_thread=True, operation_id="printFormForPerson")
def print_for_person(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Hand out a form with this person's name on it.
    """
    try:
        details = _details(fields, fields["form"], PersonId(person_id))
        return _handed_out(registry, recorder_of(request), details)
    except (InvalidInput, NotFound):
        return _both(request, registry, PersonId(person_id), fault="print")


@post("/form-versions/{version_id:str}/print", sync_to_thread=True, operation_id="printFormPage")
def print_version(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    version_id: FromPath[str],
) -> Response[bytes]:
    """
    Hand out a form that anybody can be asked with.
    """
    return _handed_out(registry, request.auth, _details(fields, version_id, None))


@post(
    SCAN,
    sync_to_thread=True,
    operation_id="keepScanPage",
    request_max_body_size=MAX_ANSWER_BYTES,
    dependencies={"sent": Provide(provide_scan)},
)
def keep_scan(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    sent: NamedDependency[tuple[Fields, SentFile | None]],
    person_id: FromPath[str],
) -> Response[Any]:
    """
    Read a scan, and show what it seems to say; nothing is entered yet.
    """
    caller, (fields, file) = recorder_of(request), sent
    signatory, person = fields["signatory"], PersonId(person_id)
    try:
        upload = Upload(file.content if file else b"", file.filename if file else None)
        draft_id = registry.paper.keep_scan(caller, person, upload)
    except PaperRefused as refused:
        return _both(request, registry, person, signatory, fault=refused.fault.value)
    return see_other(f"/people/{person_id}/answer/scan/{draft_id}?signatory={signatory}")


@get(f"{SCAN}/{{draft_id:str}}", sync_to_thread=True, operation_id="showScanPage")
def show_scan(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    draft_id: FromPath[str],
    signatory: FromQuery[str] = "",
) -> Response[Any]:
    """
    Show every question beside what was ticked; a human says what it is.
    """
    caller, person = recorder_of(request), PersonId(person_id)
    try:
        scan = registry.paper.open_scan(caller, person, DraftId(draft_id))
    except PaperRefused as refused:
        return _both(request, registry, person, signatory, fault=refused.fault.value)
    if not signatory:
        return see_other(f"/people/{person_id}/answer")
    form = scan.reading.form_version_id
    sheet = registry.consents.open_sheet(caller, person, SignatoryId(signatory), form)
    begun = Fields({"method": ["paper"], "language": [scan.reading.language]})
    return questions(request, sheet, begun, scan=scan)


@get(
    f"{SCAN}/{{draft_id:str}}/pages/{{number:int}}",
    sync_to_thread=True,
    operation_id="getScanPicture",
)
def get_page(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],  # noqa: ARG001  # part of the address
    draft_id: FromPath[str],
    number: FromPath[int],
) -> Response[bytes]:
    """
    Give the picture of one page, to whoever sent it.
    """
    image = registry.paper.open_scan.page(recorder_of(request), DraftId(draft_id), number)
    return Response(image, media_type="image/jpeg")


def _details(fields: Fields, version_id: str, person_id: PersonId | None) -> PrintDetails:
    """
    Read what was chosen.
    """
    return PrintDetails(
        form_version_id=FormVersionId(version_id),
        language=fields["language"],
        person_id=person_id,
        easy="easy" in fields,
    )


def _handed_out(registry: Registry, caller: Caller, details: PrintDetails) -> Response[bytes]:
    """
    Print it.
    """
    made = registry.paper.print_form(caller, details)
    headers = {"Content-Disposition": f'attachment; filename="obstat-form-{made.form.id[:8]}.pdf"'}
    return Response(made.content, status_code=200, media_type="application/pdf", headers=headers)


def _both(
    request: Request[Any, Caller, Any],
    registry: Registry,
    person_id: PersonId,
    signatory: str = "",
    *,
    fault: str = "",
) -> Response[bytes]:
    """
    Show what can be read and what can be printed.
    """
    caller = recorder_of(request)
    caller.needs(Scope.FORMS_READ)
    person = registry.people.get_person(caller, person_id)
    authorities = tuple(registry.authorities.list_authorities(caller, person_id))
    forms = forms_of(registry, caller, person.category, closed=False)
    return page(
        request,
        "staff/people/paper.html",
        status=422 if fault else 200,
        person=person,
        names=names_of(registry, caller, person, authorities),
        kinds={each.authority.signatory_id: each.authority.kind.value for each in authorities},
        signatory=signatory,
        forms=forms,
        written_in=sorted({name for _, version in forms for name in version.texts}),
        fault=fault,
    )


ROUTES: Final = (show_print, print_for_person, print_version, keep_scan, show_scan, get_page)
