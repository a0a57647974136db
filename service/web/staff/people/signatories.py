"""
Correct who answers and how they are reached, and ask them to answer.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId, SignatoryId
from service.decision.powers import Scope
from service.errors import AskingHeld, Conflict, InvalidInput
from service.records.people import Signatory
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.signatories import SignatoryDetails
from service.web.fields import Fields, status_of
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.person import name_of
from service.web.staff.people.reading import reader_of, the_one, writer_of

FAULTS: Final = frozenset({"given_name", "family_name", "email", "phone", "language"})
UNREACHABLE: Final = "unreachable"
_ONE: Final = "/people/{person_id:str}/signatories/{signatory_id:str}"


@get(_ONE, sync_to_thread=True, operation_id="showSignatoryPage")
def show(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    signatory_id: FromPath[str],
) -> Response[bytes]:
    """
    Show the form with what is known.
    """
    found = _found(registry, writer_of(request), person_id, signatory_id)
    return _form(request, registry, person_id, found, _known(found))


@post(_ONE, sync_to_thread=True, operation_id="changeSignatoryOnPage")
def change(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
    signatory_id: FromPath[str],
) -> Response[Any]:
    """
    Save what was corrected; an address that is replaced is told so.
    """
    caller = writer_of(request)
    found = _found(registry, caller, person_id, signatory_id)
    typed = {name: fields[name] for name in FAULTS}
    try:
        registry.signatories.change_signatory(caller, found.id, SignatoryDetails(**typed))
    except InvalidInput as refused:
        return _form(request, registry, person_id, found, typed, fault=refused.field)
    return see_other(f"/people/{person_id}")


@post(f"{_ONE}/ask", sync_to_thread=True, operation_id="inviteSignatoryOnPage")
def ask(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    signatory_id: FromPath[str],
) -> Response[Any]:
    """
    Send a link to one of those who answer, or to the person.
    """
    caller = reader_of(request).narrowed(Scope.CONSENTS_WRITE)
    person = registry.people.get_person(caller, PersonId(person_id))
    who = person if person.id == signatory_id else _found(registry, caller, person.id, signatory_id)
    try:
        registry.families.invite_signatory(caller, SignatoryId(who.id), person.id)
    except AskingHeld:
        raise
    except Conflict:
        return page(
            request,
            "staff/people/unreachable.html",
            status=status_of(UNREACHABLE),
            person=person,
            name=name_of(who),
            signatory_id=who.id,
        )
    return see_other("/letters?so_far=waiting")


def _known(found: Signatory) -> dict[str, str]:
    """
    Give what is known as the form shows it.
    """
    return {name: getattr(found, name) for name in FAULTS}


def _form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    person_id: str,
    found: Signatory,
    typed: dict[str, str],
    *,
    fault: str | None = "",
) -> Response[bytes]:
    return page(
        request,
        "staff/people/signatory.html",
        status=status_of(fault),
        person=registry.people.get_person(writer_of(request), PersonId(person_id)),
        signatory=found,
        name=name_of(found),
        typed=typed,
        fault=fault,
        places=FAULTS,
    )


def _found(registry: Registry, caller: Caller, person_id: str, signatory_id: str) -> Signatory:
    """
    Give somebody who may, or might, answer for this person.
    """
    over = registry.authorities.list_authorities(caller, PersonId(person_id))
    found = the_one(over, lambda each: each.authority.signatory_id == signatory_id)
    return registry.signatories.get_signatory(caller, found.authority.signatory_id)


ROUTES: Final = (show, change, ask)
