"""
Destroy the words of letters some days after they left.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from service.decision.ids import OrganisationId
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
        count = 0
        for organisation_id in self.database.organisation_ids():
            while forgotten := self._batch(organisation_id, before):
                count += forgotten
        return count

    def _batch(self, organisation_id: OrganisationId, before: datetime) -> int:
        with self.database.begin(organisation_id) as work:
            forgotten = work.outbox.forget(before)
            work.commit()
        return forgotten
