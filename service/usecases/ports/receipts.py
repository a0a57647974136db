"""
Ask for what somebody gets when an answer of theirs was recorded.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.decision.consents import ConsentAct
from service.decision.ids import PersonId, SignatoryId
from service.records.families import Reachable, ReceiptRecord
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


class Notices(Protocol):
    """
    Tell whoever has a say about a person that an answer changed.

    So that nobody answers in another's name unseen (threat T7).
    """

    def changed(
        self, work: UnitOfWork, person_id: PersonId, by: SignatoryId | None, now: datetime
    ) -> None:
        """
        Tell everybody but whoever answered; None: it was the organisation.
        """
        ...

    def moved(self, work: UnitOfWork, before: Reachable | None, now: datetime) -> None:
        """
        Tell the old address of somebody that another one is used from now on.

        Args:
            before: How they were reached until now, in this transaction.
        """
        ...
