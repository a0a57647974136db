"""
Authorities: on what ground somebody speaks for a person.
"""

from datetime import date
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from service.api.requests import Once
from service.api.wire import EndIn, Id, Incoming, Proof
from service.decision.ids import AuthorityId, PersonId, SignatoryId
from service.decision.terms import AuthorityBasis, AuthorityKind, Matter
from service.records.people import AuthorityRecord
from service.usecases.authorities import AuthorityDetails
from service.usecases.caller import Caller
from service.usecases.registry import Registry


class AuthorityIn(Incoming, frozen=True, kw_only=True):
    """
    An authority to record; unverified, its no counts and its yes does not.
    """

    signatory_id: Id
    kind: AuthorityKind
    basis: AuthorityBasis
    from_on: date | None = None
    until_on: date | None = None
    sole: bool = False
    verified: bool = False
    matters: Annotated[list[Matter], Meta(min_length=1, max_length=20)] | None = None
    proof: Proof = ""


class ConfirmationIn(Incoming, frozen=True, kw_only=True):
    """
    The proof that somebody saw: a reference, not the document.
    """

    proof: Proof


class AuthorityOut(Struct, frozen=True, kw_only=True):
    """
    An authority as recorded.
    """

    id: str
    person_id: str
    signatory_id: str
    kind: AuthorityKind
    basis: AuthorityBasis
    from_on: date | None
    until_on: date | None
    sole: bool
    verified: bool
    matters: list[Matter] | None
    proof: str

    @classmethod
    def of(cls, record: AuthorityRecord) -> "AuthorityOut":
        """
        Show an authority.
        """
        authority = record.authority
        return cls(
            id=authority.id,
            person_id=authority.person_id,
            signatory_id=authority.signatory_id,
            kind=authority.kind,
            basis=authority.basis,
            from_on=authority.from_on,
            until_on=authority.until_on,
            sole=authority.sole,
            verified=authority.verified,
            matters=None if authority.matters is None else sorted(authority.matters),
            proof=record.proof,
        )


class AuthoritiesOut(Struct, frozen=True):
    """
    All authorities over a person, ended ones too.
    """

    items: list[AuthorityOut]


@post("/people/{person_id:str}/authorities", operation_id="recordAuthority", sync_to_thread=True)
def record_authority(
    person_id: FromPath[str],
    data: JSONBody[AuthorityIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> AuthorityOut:
    """
    Record on what ground somebody speaks for a person.

    What was over and is told again without a first day begins today: an earlier yes
    does not come back.
    """
    details = AuthorityDetails(
        signatory_id=SignatoryId(data.signatory_id),
        kind=data.kind,
        basis=data.basis,
        from_on=data.from_on,
        until_on=data.until_on,
        sole=data.sole,
        verified=data.verified,
        matters=None if data.matters is None else frozenset(data.matters),
        proof=data.proof,
    )
    return AuthorityOut.of(
        registry.authorities.record_authority(once(data), PersonId(person_id), details)
    )


@get("/people/{person_id:str}/authorities", operation_id="listAuthorities", sync_to_thread=True)
def list_authorities(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> AuthoritiesOut:
    """
    List who speaks, or spoke, for a person.
    """
    records = registry.authorities.list_authorities(caller, PersonId(person_id))
    return AuthoritiesOut([AuthorityOut.of(each) for each in records])


@post(
    "/authorities/{authority_id:str}/confirm",
    operation_id="confirmAuthority",
    status_code=200,
    sync_to_thread=True,
)
def confirm_authority(
    authority_id: FromPath[str],
    data: JSONBody[ConfirmationIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> AuthorityOut:
    """
    Confirm an authority: somebody saw the proof.
    """
    confirmed = registry.authorities.confirm_authority(
        caller, AuthorityId(authority_id), data.proof
    )
    return AuthorityOut.of(confirmed)


@post(
    "/authorities/{authority_id:str}/end",
    operation_id="endAuthority",
    status_code=200,
    sync_to_thread=True,
)
def end_authority(
    authority_id: FromPath[str],
    data: JSONBody[EndIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> AuthorityOut:
    """
    End an authority: today, or on the day that is given.

    An end that was said is brought forward, never put off: record the authority anew.
    """
    return AuthorityOut.of(
        registry.authorities.end_authority(caller, AuthorityId(authority_id), data.until_on)
    )


ROUTES = Router(
    "/",
    route_handlers=[record_authority, list_authorities, confirm_authority, end_authority],
    tags=["authorities"],
)
