"""
Signs that something may be wrong: a human looks.
"""

from datetime import datetime

from litestar import Router, get
from litestar.di import NamedDependency
from msgspec import Struct

from service.ledger.kinds import ActorKind
from service.usecases.caller import Caller
from service.usecases.checks import UsedUp
from service.usecases.registry import Registry


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


ROUTES = Router("/lists", route_handlers=[list_used_up], tags=["lists"])
