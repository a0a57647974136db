"""
Ask for what somebody gets when an answer of theirs was recorded.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.decision.consents import ConsentAct
from service.records.families import ReceiptRecord
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork


class Receipts(Protocol):
    """
    Put together what was recorded, and send it to whoever answered.

    So that an answer entered in somebody's name does not stay unseen (threat T8).
    """

    def issue(
        self,
        work: UnitOfWork,
        caller: Caller,
        acts: Sequence[ConsentAct],
        shown_in: str,
        now: datetime,
    ) -> tuple[ReceiptRecord, bool]:
        """
        Write the receipt and its line; tell whether it could be sent.

        All acts are of one signatory about one person.  Whoever calls commits.

        Args:
            shown_in: The language in which the form was shown; empty: not known.
        """
        ...
