"""
Delete messages to hooks some weeks after they were settled.
"""

from dataclasses import dataclass
from datetime import timedelta

from service.usecases.forgetting import forget_everywhere
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock


@dataclass(frozen=True, slots=True)
class ForgetMessages:
    """
    Delete messages to hooks some weeks after they were settled.
    """

    database: Database
    clock: Clock
    kept_days: int

    def __call__(self) -> int:
        """
        Delete them in every organisation; count them.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        before = self.clock() - timedelta(days=self.kept_days)
        return forget_everywhere(self.database, lambda work: work.hook_deliveries.forget(before))
