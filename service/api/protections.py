"""
Protections: orders that give an adult an assistant or representative.
"""

from datetime import date

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from service.api.requests import Once
from service.api.wire import EndIn, Incoming, Proof
from service.decision.ids import PersonId, ProtectionId
from service.decision.terms import ProtectionKind
from service.records.people import ProtectionRecord
from service.usecases.caller import Caller
from service.usecases.protections import ProtectionDetails
from service.usecases.registry import Registry


class ProtectionIn(Incoming, frozen=True, kw_only=True):
    """
    An order to record; who assists or represents has an authority.
    """

    kind: ProtectionKind
    covers_image: bool
    from_on: date | None = None
    until_on: date | None = None
    review_on: date | None = None
    intimacy_authorised: bool = False
    proof: Proof = ""


class ProtectionOut(Struct, frozen=True, kw_only=True):
    """
    An order as recorded.
    """

    id: str
    person_id: str
    kind: ProtectionKind
    covers_image: bool
    from_on: date | None
    until_on: date | None
    review_on: date | None
    intimacy_authorised: bool
    proof: str

    @classmethod
    def of(cls, record: ProtectionRecord) -> "ProtectionOut":
        """
        Show an order.
        """
        order = record.protection
        return cls(
            id=order.id,
            person_id=record.person_id,
            kind=order.kind,
            covers_image=order.covers_image,
            from_on=order.from_on,
            until_on=order.until_on,
            review_on=order.review_on,
            intimacy_authorised=order.intimacy_authorised,
            proof=record.proof,
        )


class ProtectionsOut(Struct, frozen=True):
    """
    All orders about a person, ended ones too.
    """

    items: list[ProtectionOut]


@post("/people/{person_id:str}/protections", operation_id="recordProtection", sync_to_thread=True)
def record_protection(
    person_id: FromPath[str],
    data: JSONBody[ProtectionIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ProtectionOut:
    """
    Record an order that protects an adult.

    What was over and is told again without a first day begins today: an earlier yes
    by it has to be said again.
    """
    details = ProtectionDetails(**data.told())
    return ProtectionOut.of(
        registry.protections.record_protection(once(data), PersonId(person_id), details)
    )


@get("/people/{person_id:str}/protections", operation_id="listProtections", sync_to_thread=True)
def list_protections(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ProtectionsOut:
    """
    List the orders that protect, or protected, a person.
    """
    records = registry.protections.list_protections(caller, PersonId(person_id))
    return ProtectionsOut([ProtectionOut.of(each) for each in records])


@post(
    "/protections/{protection_id:str}/end",
    operation_id="endProtection",
    status_code=200,
    sync_to_thread=True,
)
def end_protection(
    protection_id: FromPath[str],
    data: JSONBody[EndIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ProtectionOut:
    """
    End an order: by today, or on the day that is given.

    An end that was said is brought forward, never put off: record the order anew.
    """
    ended = registry.protections.end_protection(caller, ProtectionId(protection_id), data.until_on)
    return ProtectionOut.of(ended)


ROUTES = Router(
    "/",
    route_handlers=[record_protection, list_protections, end_protection],
    tags=["protections"],
)
