"""
Bundle the ports that almost every verb needs.
"""

from dataclasses import dataclass

from service.usecases.ports.services import Clock, NewId
from service.usecases.ports.work import Database
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
