"""
Destroy the words of proposals that came to their end.
"""

from dataclasses import dataclass
from datetime import timedelta

from service.usecases.forgetting import forget_everywhere
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
        return forget_everywhere(self.database, lambda work: work.proposals.forget_words(before))
