"""
Destroy the words of proposals that came to their end.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from service.decision.ids import OrganisationId
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock

KEPT = timedelta(days=14)
"""Long enough to read why something was sent back, and to propose it anew."""


@dataclass(frozen=True, slots=True)
class ForgetProposalWords:
    """
    Destroy the words of proposals that came to their end.
    """

    database: Database
    clock: Clock

    def __call__(self) -> int:
        """
        Forget them in every organisation; count the proposals.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        before = self.clock() - KEPT
        return sum(self.forget(each, before) for each in self.database.organisation_ids())

    def forget(self, organisation_id: OrganisationId, before: datetime) -> int:
        """
        Forget those of one organisation, some at a time.
        """
        count = 0
        while forgotten := self._batch(organisation_id, before):
            count += forgotten
        return count

    def _batch(self, organisation_id: OrganisationId, before: datetime) -> int:
        with self.database.begin(organisation_id) as work:
            forgotten = work.proposals.forget_words(before)
            work.commit()
        return forgotten
