"""
Forget what idempotency keys made long ago.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from service.decision.ids import OrganisationId
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock


@dataclass(frozen=True, slots=True)
class ForgetReplays:
    """
    Forget what idempotency keys made long ago.
    """

    database: Database
    clock: Clock
    kept_days: int

    def __call__(self) -> int:
        """
        Forget them in every organisation; count them.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        before = self.clock() - timedelta(days=self.kept_days)
        return sum(self.forget(each, before) for each in self.database.organisation_ids())

    def forget(self, organisation_id: OrganisationId, before: datetime) -> int:
        """
        Forget those of one organisation, a few at a time.

        Checks wait for each of the transactions.
        """
        count = 0
        while forgotten := self._batch(organisation_id, before):
            count += forgotten
        return count

    def _batch(self, organisation_id: OrganisationId, before: datetime) -> int:
        with self.database.begin(organisation_id) as work:
            forgotten = work.replays.forget(before)
            work.commit()
        return forgotten
