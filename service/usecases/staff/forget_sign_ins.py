"""
Forget sessions, links, challenges and wrong guesses that are over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from service.usecases.forgetting import forget_everywhere
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import Gate

KEPT = timedelta(days=1)
"""Past any window in which they count."""


@dataclass(frozen=True, slots=True)
class ForgetSignIns:
    """
    Forget sessions, links, challenges and wrong guesses that are over.
    """

    gate: Gate

    def __call__(self) -> int:
        """
        Delete them in every organisation; say how many rows that were.
        """
        desk = self.gate.desk
        before = desk.clock() - KEPT
        return forget_everywhere(
            desk.database, lambda work: sum(forget(before) for forget in _places(work))
        )


def _places(work: UnitOfWork) -> tuple[Callable[..., int], ...]:
    """
    Give what forgets each kind.
    """
    return (
        work.staff_sessions.forget,
        work.staff_tickets.forget,
        work.staff_attempts.forget,
        work.challenges.forget,
        work.openid_states.forget,
    )
