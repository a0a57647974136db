"""
Destroy the words of letters some days after they left.
"""

from dataclasses import dataclass
from datetime import timedelta

from service.usecases.forgetting import forget_everywhere
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock


@dataclass(frozen=True, slots=True)
class ForgetLetters:
    """
    Destroy the words of letters some days after they left.
    """

    database: Database
    clock: Clock
    kept_days: int

    def __call__(self) -> int:
        """
        Destroy them in every organisation; count them.

        That a letter was sent, when and to whom, stays.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        before = self.clock() - timedelta(days=self.kept_days)
        return forget_everywhere(self.database, lambda work: work.outbox.forget(before))
