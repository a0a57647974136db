"""
Ask for doubt about whoever may be meant by an answer that waits.
"""

from datetime import datetime
from typing import Protocol

from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork


class Doubts(Protocol):
    """
    See to it that a no finds its person, whichever of the two came first.
    """

    def about(self, work: UnitOfWork, caller: Caller, person: PersonRecord, now: datetime) -> None:
        """
        Ask about somebody who is new, or called otherwise.
        """
        ...
