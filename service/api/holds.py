"""
Holds: what stands in the way whatever anybody answered.
"""

from datetime import datetime
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta, Struct

from service.api.requests import After, KnownAt, Limit, Once, page, utc
from service.api.wire import ID_PATTERN, Id, Incoming, Instant, PageOut
from service.decision.holds import Hold
from service.decision.ids import HoldId, PersonId, PhotoId, UnitId
from service.decision.terms import HoldKind
from service.usecases.caller import Caller
from service.usecases.holds import HoldDetails
from service.usecases.registry import Registry

KindFilter = Annotated[HoldKind | None, QueryParameter(description="Only holds of this kind.")]
IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]


OtherId = Annotated[str, Meta(pattern=ID_PATTERN)]
"""Without an example: one with all three ids would be refused."""


class HoldIn(Incoming, frozen=True, kw_only=True):
    """
    A hold to place; without any of the three ids, on the organisation.
    """

    kind: Annotated[HoldKind, Meta(examples=["safeguarding"])]
    until_at: Instant | None = None
    unit_id: OtherId | None = None
    person_id: Id | None = None
    photo_id: OtherId | None = None


class HoldOut(Struct, frozen=True):
    """
    A hold as recorded.
    """

    id: str
    kind: HoldKind
    from_at: datetime
    until_at: datetime | None
    unit_id: str | None
    person_id: str | None
    photo_id: str | None

    @classmethod
    def of(cls, hold: Hold) -> "HoldOut":
        """
        Show a hold.
        """
        return cls(**{name: getattr(hold, name) for name in cls.__struct_fields__})


@post("/", operation_id="placeHold", sync_to_thread=True)
def place_hold(
    data: JSONBody[HoldIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> HoldOut:
    """
    Place a hold: from this instant on, for every check anywhere.
    """
    details = HoldDetails(
        kind=data.kind,
        until_at=utc(data.until_at, "until_at"),
        unit_id=None if data.unit_id is None else UnitId(data.unit_id),
        person_id=None if data.person_id is None else PersonId(data.person_id),
        photo_id=None if data.photo_id is None else PhotoId(data.photo_id),
    )
    return HoldOut.of(registry.holds.place_hold(once(data), details))


@post("/{hold_id:str}/lift", operation_id="liftHold", status_code=200, sync_to_thread=True)
def lift_hold(
    hold_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HoldOut:
    """
    Lift a hold; that it was there stays on record.
    """
    return HoldOut.of(registry.holds.lift_hold(caller, HoldId(hold_id)))


@get("/{hold_id:str}", operation_id="getHold", sync_to_thread=True)
def get_hold(
    hold_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HoldOut:
    """
    Give one hold.
    """
    return HoldOut.of(registry.holds.get_hold(caller, HoldId(hold_id)))


@get("/", operation_id="listHolds", sync_to_thread=True)
def list_holds(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
    kind: KindFilter = None,
    person_id: IdFilter = None,
    unit_id: IdFilter = None,
) -> PageOut[HoldOut]:
    """
    List holds, lifted ones too.
    """
    asked = page(limit, after, known_at, kind=kind, person_id=person_id, unit_id=unit_id)
    listing = registry.holds.list_holds(caller, asked)
    return PageOut([HoldOut.of(hold) for hold in listing.items], listing.next_after)


ROUTES = Router(
    "/holds", route_handlers=[place_hold, lift_hold, get_hold, list_holds], tags=["holds"]
)
