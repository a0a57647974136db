"""
Say which order protects an adult, what it covers, and until when.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId, ProtectionId
from service.decision.terms import ProtectionKind
from service.errors import InvalidInput
from service.records.people import ProtectionRecord
from service.usecases.caller import Caller
from service.usecases.protections import ProtectionDetails
from service.usecases.registry import Registry
from service.web.fields import NOTHING, Fields, status_of
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.reading import chosen, day, the_one, writer_of

FAULTS: Final = frozenset({"kind", "covers_image", "from_on", "until_on", "review_on", "proof"})
_COVERS: Final = {"yes": True, "no": False}
_NEW: Final = "/people/{person_id:str}/protections/new"
_ONE: Final = "/people/{person_id:str}/protections/{protection_id:str}"


@get(_NEW, sync_to_thread=True, operation_id="showNewProtectionPage")
def show_new(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Show an empty form.
    """
    return _form(request, registry, person_id, NOTHING)


@post(_NEW, sync_to_thread=True, operation_id="recordProtectionPage")
def record(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[Any]:
    """
    Enter an order; whom it names must agree from now on.
    """
    person = registry.people.get_person(writer_of(request), PersonId(person_id))
    try:
        registry.protections.record_protection(request.auth, person.id, _details(fields))
    except InvalidInput as refused:
        return _form(request, registry, person_id, fields, fault=refused.field)
    return see_other(f"/people/{person_id}")


@get(_ONE, sync_to_thread=True, operation_id="showProtectionPage")
def show_one(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    protection_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one order, to be ended.
    """
    return _one(request, registry, person_id, protection_id)


@post(_ONE, sync_to_thread=True, operation_id="endProtectionPage")
def end(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
    protection_id: FromPath[str],
) -> Response[Any]:
    """
    Say from which day on it no longer holds.
    """
    found = _found(registry, writer_of(request), person_id, protection_id)
    try:
        registry.protections.end_protection(
            request.auth, ProtectionId(found.id), day(fields, "until_on")
        )
    except InvalidInput as refused:
        return _one(request, registry, person_id, protection_id, fields, fault=refused.field)
    return see_other(f"/people/{person_id}")


def _details(fields: Fields) -> ProtectionDetails:
    """
    Read what the order says; what it covers is said, never supposed.

    Raises:
        InvalidInput: No choice of the list, or no day.
    """
    if fields["covers_image"] not in _COVERS:
        raise InvalidInput("Say whether it covers image.", field="covers_image")
    return ProtectionDetails(
        kind=chosen(ProtectionKind, fields["kind"], "kind"),
        covers_image=_COVERS[fields["covers_image"]],
        from_on=day(fields, "from_on"),
        until_on=day(fields, "until_on"),
        review_on=day(fields, "review_on"),
        intimacy_authorised="intimacy_authorised" in fields,
        proof=fields["proof"],
    )


def _form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    person_id: str,
    fields: Fields,
    *,
    fault: str | None = "",
) -> Response[bytes]:
    return page(
        request,
        "staff/people/protection_new.html",
        status=status_of(fault),
        person=registry.people.get_person(writer_of(request), PersonId(person_id)),
        fields=fields,
        fault=fault,
        places=FAULTS,
        kinds=[each.value for each in ProtectionKind],
    )


def _one(
    request: Request[Any, Caller, Any],
    registry: Registry,
    person_id: str,
    protection_id: str,
    typed: Fields = NOTHING,
    *,
    fault: str | None = "",
) -> Response[bytes]:
    caller = writer_of(request)
    return page(
        request,
        "staff/people/protection.html",
        status=status_of(fault),
        person=registry.people.get_person(caller, PersonId(person_id)),
        record=_found(registry, caller, person_id, protection_id),
        typed=typed,
        fault=fault,
    )


def _found(
    registry: Registry, caller: Caller, person_id: str, protection_id: str
) -> ProtectionRecord:
    about = registry.protections.list_protections(caller, PersonId(person_id))
    return the_one(about, lambda each: each.id == protection_id)


ROUTES: Final = (show_new, record, show_one, end)
