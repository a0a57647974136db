"""
Forget links, codes and sessions that have been over for long.
"""

from dataclasses import dataclass
from datetime import timedelta

from service.usecases.forgetting import forget_everywhere
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock

KEPT = timedelta(days=2)
"""Longer than any pace looks back."""


@dataclass(frozen=True, slots=True)
class ForgetDoors:
    """
    Forget links, codes and sessions that have been over for long.
    """

    database: Database
    clock: Clock

    def __call__(self) -> int:
        """
        Forget them in every organisation; count them.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        before = self.clock() - KEPT
        return forget_everywhere(self.database, lambda work: work.family_doors.forget(before))
