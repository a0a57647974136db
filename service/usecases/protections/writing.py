"""
Write an order of protection, its ledger line and what follows from it.

Whoever calls commits.
"""

from dataclasses import dataclass
from datetime import datetime

from service.ledger.entry import EntryKind
from service.records.people import ProtectionRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import digest_of
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProtectionWriter:
    """
    Write an order of protection: a first version or a later one.
    """

    desk: Desk
    aftermath: Aftermath

    def __call__(
        self,
        work: UnitOfWork,
        caller: Caller,
        kind: EntryKind,
        record: ProtectionRecord,
        now: datetime,
        **told: str,
    ) -> None:
        """
        Write it as it stands from now on; the ledger line says what else is *told*.

        What may no longer be live by then comes down.
        """
        person_id = record.person_id
        payload = {
            "protection_id": record.id,
            "person_id": person_id,
            "version": work.protections.add(record, now, caller.actor.id),
            "digest": digest_of(record),
            **told,
        }
        self.desk.record.append(work, caller, kind, now, payload, [person_id])
        self.aftermath.of_people(work, caller, [person_id])
