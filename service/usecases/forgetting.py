"""
Forget what is over, in every organisation.
"""

from collections.abc import Callable

from service.decision.ids import OrganisationId
from service.usecases.ports.database import Database
from service.usecases.ports.work import UnitOfWork


def forget_everywhere(database: Database, forget: Callable[[UnitOfWork], int]) -> int:
    """
    Forget again and again until nothing is left; count what went.

    Each time in a transaction of its own: checks wait for each of them, so stores forget
    only some at a time of what there may be much of.

    Raises:
        Unavailable: The storage cannot be reached or written.
    """
    return sum(_all_of(database, each, forget) for each in database.organisation_ids())


def _all_of(
    database: Database, organisation_id: OrganisationId, forget: Callable[[UnitOfWork], int]
) -> int:
    count = 0
    while forgotten := _once(database, organisation_id, forget):
        count += forgotten
    return count


def _once(
    database: Database, organisation_id: OrganisationId, forget: Callable[[UnitOfWork], int]
) -> int:
    with database.begin(organisation_id) as work:
        forgotten = forget(work)
        work.commit()
    return forgotten
