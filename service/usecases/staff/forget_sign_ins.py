"""
Forget sessions, links and wrong guesses that are over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import Gate

KEPT = timedelta(days=1)
"""Past any window in which they count."""


@dataclass(frozen=True, slots=True)
class ForgetSignIns:
    """
    Forget sessions, links and wrong guesses that are over.
    """

    gate: Gate

    def __call__(self) -> int:
        """
        Delete them in every organisation; say how many rows that were.
        """
        database = self.gate.desk.database
        forgotten = 0
        for organisation_id in database.organisation_ids():
            with database.begin(organisation_id) as work:
                before = self.gate.desk.clock() - KEPT
                forgotten += sum(forget(before) for forget in _places(work))
                work.commit()
        return forgotten


def _places(work: UnitOfWork) -> tuple[Callable[..., int], ...]:
    """
    Give what forgets each kind.
    """
    return (work.staff_sessions.forget, work.staff_tickets.forget, work.staff_attempts.forget)
