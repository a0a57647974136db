"""
Bundle the ports that almost every verb needs.
"""

from dataclasses import dataclass
from datetime import datetime

from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock, NewId
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import Recorder


@dataclass(frozen=True, slots=True)
class Desk:
    """
    Where a verb finds the storage, the time, new ids and the ledger's pen.
    """

    database: Database
    clock: Clock
    new_id: NewId
    record: Recorder

    def now_alone(self, work: UnitOfWork) -> datetime:
        """
        Give the instant at which what the rules read is changed.

        Whoever decided without knowing of the change did so before this instant, and
        whoever decides after it knows: the register is waited for, then the clock is
        looked at.  The other way about, a check could say yes a second after the
        withdrawal that is on record.
        """
        work.facts.hold_register()
        return self.clock()
