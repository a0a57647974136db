"""
Signs that something may be wrong: a human looks.
"""

from datetime import date, datetime
from typing import Annotated

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from msgspec import Struct

from service.decision.terms import Method
from service.ledger.kinds import ActorKind
from service.usecases.caller import Caller
from service.usecases.checks import UsedUp
from service.usecases.overviews import MAX_MONTHS, MONTHS, Unanimous, Way
from service.usecases.registry import Registry

Months = Annotated[
    int, QueryParameter(ge=1, le=MAX_MONTHS, description="This month and so many less one before.")
]


class UsedUpOut(Struct, frozen=True):
    """
    Somebody was stopped from asking more.
    """

    at: datetime
    actor_id: str
    actor_kind: ActorKind
    name: str
    per_hour: int
    people: int

    @classmethod
    def of(cls, found: UsedUp) -> "UsedUpOut":
        """
        Show who, how much they might ask, and about how many people they did.
        """
        return cls(
            found.at, found.actor_id, found.actor_kind, found.name, found.per_hour, found.people
        )


class UsedUpList(Struct, frozen=True):
    """
    Who used up their questions of an hour, the newest first.
    """

    items: list[UsedUpOut]


class WayOut(Struct, frozen=True):
    """
    How some of the answers came.

    `own`: on a page of the family's.  Else `recorded_by` entered them, which is a member, a
    key, or the command line (`operator`).
    """

    method: Method
    own: bool
    recorded_by: str | None
    recorder: str
    people: int

    @classmethod
    def of(cls, way: Way) -> "WayOut":
        """
        Show how, and by whom.
        """
        return cls(way.method, way.is_own, way.recorded_by, way.recorder, way.people)


class UnanimousOut(Struct, frozen=True):
    """
    One unit in one month: everybody who answered said yes.
    """

    unit_id: str
    unit_name: str
    month: date
    people: int
    members: int
    first_at: datetime
    last_at: datetime
    ways: list[WayOut]

    @classmethod
    def of(cls, found: Unanimous) -> "UnanimousOut":
        """
        Show how many, and how the answers came.
        """
        return cls(
            found.unit.id,
            found.unit.name,
            found.month,
            found.people,
            found.members,
            found.first_at,
            found.last_at,
            [WayOut.of(each) for each in found.ways],
        )


class UnanimousList(Struct, frozen=True):
    """
    Where everybody said yes, the newest first.
    """

    items: list[UnanimousOut]


@get("/used-up", operation_id="listUsedUp", sync_to_thread=True)
def list_used_up(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> UsedUpList:
    """
    List who used up their questions of an hour.

    In the last 30 days, each once a day.  Needs `audit`: whoever has it for the whole
    organisation sees all, others the accounts that they administer.  What was asked:
    `/checks?actor_id=…`.
    """
    return UsedUpList([UsedUpOut.of(each) for each in registry.checks.list_used_up(caller)])


@get("/unanimous", operation_id="listUnanimous", sync_to_thread=True)
def list_unanimous(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry], months: Months = MONTHS
) -> UnanimousList:
    """
    List units and months in which everybody who answered said yes.

    About five people or more, and half of the unit.  Nobody is named but who entered the
    answers.  Needs `audit` and `consents:read`.
    """
    found = registry.overviews.list_unanimous(caller, months)
    return UnanimousList([UnanimousOut.of(each) for each in found])


ROUTES = Router("/lists", route_handlers=[list_used_up, list_unanimous], tags=["lists"])
