"""
Say who may answer for a person, on what proof, and until when.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import AuthorityId, PersonId, SignatoryId
from service.decision.terms import AuthorityBasis, AuthorityKind, Matter
from service.errors import AlreadyExists, InvalidInput
from service.records.people import AuthorityRecord
from service.usecases.authorities import AuthorityDetails
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.signatories import SignatoryDetails
from service.web.fields import NOTHING, Fields, status_of
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.person import name_of
from service.web.staff.people.reading import chosen, day, the_one, writer_of

FAULTS: Final = frozenset(
    {
        "given_name",
        "email",
        "phone",
        "kind",
        "basis",
        "from_on",
        "until_on",
        "proof",
        "signatory_id",
    }
)
_NEW: Final = "/people/{person_id:str}/authorities/new"
_ONE: Final = "/people/{person_id:str}/authorities/{authority_id:str}"


@get(_NEW, sync_to_thread=True, operation_id="showNewAuthorityPage")
def show_new(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Show an empty form.
    """
    return _form(request, registry, person_id, Fields({}))


@post(_NEW, sync_to_thread=True, operation_id="recordAuthorityPage")
def record(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[Any]:
    """
    Enter somebody who may answer; without proof only their no counts.
    """
    caller = writer_of(request)
    if "find" in fields:
        return _form(request, registry, person_id, fields)
    person = registry.people.get_person(caller, PersonId(person_id))
    newcomer = None if fields["signatory"] else _signatory(fields)
    try:
        registry.authorities.record_authority(caller, person.id, _authority(fields), newcomer)
    except (InvalidInput, AlreadyExists) as refused:
        return _form(request, registry, person_id, fields, fault=refused.field)
    return see_other(f"/people/{person_id}")


@get(_ONE, sync_to_thread=True, operation_id="showAuthorityPage")
def show_one(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    authority_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one authority, to be confirmed or ended.
    """
    return _one(request, registry, person_id, authority_id)


@post(_ONE, sync_to_thread=True, operation_id="settleAuthorityPage")
def settle(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
    authority_id: FromPath[str],
) -> Response[Any]:
    """
    Note the proof that was seen, or the day on which it ends.

    Without either button nothing is meant: it is shown again.
    """
    caller = writer_of(request)
    found = _found(registry, caller, person_id, authority_id)
    try:
        if "confirm" in fields:
            registry.authorities.confirm_authority(caller, AuthorityId(found.id), fields["proof"])
        elif "end" in fields:
            registry.authorities.end_authority(
                caller, AuthorityId(found.id), day(fields, "until_on")
            )
        else:
            return _one(request, registry, person_id, authority_id)
    except InvalidInput as refused:
        return _one(request, registry, person_id, authority_id, fields, fault=refused.field)
    return see_other(f"/people/{person_id}")


def _signatory(fields: Fields) -> SignatoryDetails:
    """
    Read who it is.
    """
    return SignatoryDetails(
        given_name=fields["given_name"],
        family_name=fields["family_name"],
        email=fields["email"],
        phone=fields["phone"],
        language=fields["language"],
    )


def _authority(fields: Fields) -> AuthorityDetails:
    """
    Read on what ground they answer.

    Raises:
        InvalidInput: No ground of the list, or no day.
    """
    return AuthorityDetails(
        signatory_id=SignatoryId(fields["signatory"]),
        kind=chosen(AuthorityKind, fields["kind"], "kind"),
        basis=chosen(AuthorityBasis, fields["basis"], "basis"),
        from_on=day(fields, "from_on"),
        until_on=day(fields, "until_on"),
        sole="sole" in fields,
        verified=bool(fields["proof"]),
        matters=frozenset(chosen(Matter, each, "matters") for each in fields.many("matters"))
        or None,
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
    caller = writer_of(request)
    return page(
        request,
        "staff/people/authority_new.html",
        status=status_of(fault),
        person=registry.people.get_person(caller, PersonId(person_id)),
        known=registry.signatories.list_signatories.named(caller, fields["known"]),
        fields=fields,
        fault=fault,
        places=FAULTS,
        kinds=[each.value for each in AuthorityKind],
        bases=[each.value for each in AuthorityBasis],
        matters=[each.value for each in Matter],
    )


def _one(
    request: Request[Any, Caller, Any],
    registry: Registry,
    person_id: str,
    authority_id: str,
    typed: Fields = NOTHING,
    *,
    fault: str | None = "",
) -> Response[bytes]:
    caller = writer_of(request)
    found = _found(registry, caller, person_id, authority_id)
    return page(
        request,
        "staff/people/authority.html",
        status=status_of(fault),
        person=registry.people.get_person(caller, PersonId(person_id)),
        record=found,
        name=name_of(registry.signatories.get_signatory(caller, found.authority.signatory_id)),
        typed=typed,
        fault=fault,
    )


def _found(
    registry: Registry, caller: Caller, person_id: str, authority_id: str
) -> AuthorityRecord:
    over = registry.authorities.list_authorities(caller, PersonId(person_id))
    return the_one(over, lambda each: each.id == authority_id)


ROUTES: Final = (show_new, record, show_one, settle)
