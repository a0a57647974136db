"""
Standings: what follows for one person today, channel by channel.
"""

from datetime import date

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from service.decision.ids import PersonId
from service.decision.terms import Answer, Matter, Purpose
from service.decision.verdict import Code
from service.usecases.caller import Caller
from service.usecases.people import PersonStanding, StandingCell
from service.usecases.registry import Registry


class StandingCellOut(Struct, frozen=True, kw_only=True):
    """
    One matter of the person on one channel.
    """

    matter: Matter
    purpose: Purpose
    answer: Answer
    codes: list[Code]
    missing: list[str]

    @classmethod
    def of(cls, cell: StandingCell) -> "StandingCellOut":
        """
        Show a cell; reasons only if the verb gave them.
        """
        return cls(
            matter=cell.matter,
            purpose=cell.purpose,
            answer=cell.answer,
            codes=list(cell.codes),
            missing=list(cell.missing),
        )


class StandingRowOut(Struct, frozen=True):
    """
    One open channel.
    """

    channel_id: str
    name: str
    matters: list[StandingCellOut]


class StandingOut(Struct, frozen=True):
    """
    Where a person stands on a day.
    """

    person_id: str
    day: date
    channels: list[StandingRowOut]

    @classmethod
    def of(cls, standing: PersonStanding) -> "StandingOut":
        """
        Show a standing.
        """
        rows = [
            StandingRowOut(
                each.channel.id, each.channel.name, [StandingCellOut.of(one) for one in each.cells]
            )
            for each in standing.rows
        ]
        return cls(standing.person.id, standing.day, rows)


@get("/{person_id:str}/standing", operation_id="showStanding", sync_to_thread=True)
def show_standing(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> StandingOut:
    """
    Show what may be published of a person today, channel by channel.

    Decided for each channel's main purpose, as if the person alone were the subject.
    """
    return StandingOut.of(registry.people.show_standing(caller, PersonId(person_id)))


ROUTES = Router("/people", route_handlers=[show_standing], tags=["people"])
