"""
List complaints, show one, take one in.
"""

from contextlib import suppress
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from service.decision.ids import ComplaintId, PersonId, PhotoId, PublicationId
from service.decision.powers import Scope
from service.errors import InvalidInput, NotFound
from service.records.complaints import ComplaintWords, Route, Wish
from service.usecases.caller import Caller
from service.usecases.complaints import ComplaintDetails
from service.usecases.registry import Registry
from service.web.catalogue import LANGUAGES
from service.web.fields import Fields
from service.web.listings import everything
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.names import name_of
from service.web.staff.people.reading import chosen
from service.web.staff.proof.complaint_page import complaint_page
from service.web.staff.proof.reading import zone_of

PATH: Final = "/complaints"
MAX_FORM_BYTES: Final = 256 * 1024
MOST_CLOSED: Final = 50


@get(PATH, sync_to_thread=True, operation_id="showComplaints")
def show_complaints(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    number: FromQuery[str] = "",
) -> Response[bytes]:
    """
    List what is open, what presses most first; then what was closed last.

    By its number each is found, however long ago it was closed.
    """
    caller = request.auth.narrowed(Scope.COMPLAINTS_READ)
    number = number.strip()
    if found := _of_number(registry, caller, number):
        return see_other(f"{PATH}/{found}")
    closed = [
        each
        for each in everything(registry.complaints.list_complaints, caller)
        if each.story.is_closed
    ]
    return page(
        request,
        "staff/proof/complaints.html",
        status=404 if number else 200,
        number=number,
        pressing=registry.complaints.list_complaints.pressing(caller),
        closed=closed[: -MOST_CLOSED - 1 : -1],
        may_write=Scope.COMPLAINTS_WRITE in caller.actor.scopes,
        may_audit=request.auth.may(Scope.AUDIT),
        may_export=request.auth.has_in(Scope.AUDIT, None),
        zone=zone_of(registry, caller),
    )


@get(f"{PATH}/new", sync_to_thread=True, operation_id="showNewComplaint")
def show_new_complaint(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person: FromQuery[str] = "",
    publication: FromQuery[str] = "",
    photo: FromQuery[str] = "",
) -> Response[bytes]:
    """
    Ask what somebody complains of, by telephone, letter or at the door.
    """
    named = {"person": [person], "publication": [publication], "photo": [photo]}
    return _form(request, registry, Fields(named))


@post(
    f"{PATH}/new",
    sync_to_thread=True,
    operation_id="fileComplaintOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
def file_complaint(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Take it in: it gets a number and deadlines.
    """
    caller = request.auth.narrowed(Scope.COMPLAINTS_WRITE)
    try:
        story = registry.complaints.file_complaint(caller, _details(fields))
    except InvalidInput as refused:
        return _form(request, registry, fields, fault=str(refused.field or "text"))
    return see_other(f"{PATH}/{story.complaint.id}")


@get(f"{PATH}/{{complaint_id:str}}", sync_to_thread=True, operation_id="showComplaint")
def show_complaint(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    complaint_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one complaint: what it says, until when, what to do next.
    """
    return complaint_page(request, registry, complaint_id)


def _of_number(registry: Registry, caller: Caller, number: str) -> str:
    """
    Give the id of the complaint of a number; empty where there is none to see.
    """
    with suppress(NotFound):
        if number:
            found = registry.complaints.get_complaint(caller, ComplaintId(number))
            return found.story.complaint.id
    return ""


def _details(fields: Fields) -> ComplaintDetails:
    """
    Read what was typed and chosen.

    Raises:
        InvalidInput: Nobody chose how it came in, or what is asked for.
    """
    person, publication, photo = (fields[each] for each in ("person", "publication", "photo"))
    return ComplaintDetails(
        route=chosen(Route, fields["route"], "route"),
        wish=chosen(Wish, fields["wish"], "wish"),
        words=ComplaintWords(
            complainant=fields["complainant"],
            contact=fields["contact"],
            text=fields["text"].replace("\r\n", "\n"),
            seen_at=fields["seen_at"],
        ),
        language=fields["language"] if fields["language"] in LANGUAGES else "",
        person_id=PersonId(person) if person else None,
        publication_id=PublicationId(publication) if publication else None,
        photo_id=PhotoId(photo) if photo else None,
        may_be_breach="may_be_breach" in fields,
        legal_hold="legal_hold" in fields,
    )


def _form(
    request: Request[Any, Caller, Any], registry: Registry, fields: Fields, *, fault: str = ""
) -> Response[bytes]:
    """
    Show the form, with what was typed already.
    """
    caller = request.auth.narrowed(Scope.COMPLAINTS_WRITE)
    return page(
        request,
        "staff/proof/complaint_new.html",
        status=422 if fault else 200,
        fields=fields,
        fault=fault,
        name=name_of(registry, caller, fields["person"] or None) if not fault else "",
        routes=[each.value for each in Route],
        wishes=[each.value for each in Wish],
    )


ROUTES: Final = (show_complaints, show_new_complaint, file_complaint, show_complaint)
