"""
Write an authority with its ledger line, and see to what follows.

Whoever calls commits.
"""

from dataclasses import dataclass
from datetime import datetime

from service.ledger.entry import EntryKind
from service.records.people import AuthorityRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import digest_of
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AuthorityWriter:
    """
    Write an authority: a first version or a later one.
    """

    desk: Desk
    aftermath: Aftermath

    def __call__(
        self,
        work: UnitOfWork,
        caller: Caller,
        kind: EntryKind,
        record: AuthorityRecord,
        now: datetime,
        **told: str,
    ) -> None:
        """
        Write it as it stands from now on; the ledger line says what else is *told*.

        What may no longer be live by then comes down.
        """
        person_id = record.authority.person_id
        payload = {
            "authority_id": record.id,
            "person_id": person_id,
            "version": work.authorities.add(record, now, caller.actor.id),
            "digest": digest_of(record),
            **told,
        }
        self.desk.record.append(work, caller, kind, now, payload, [person_id])
        self.aftermath.of_people(work, caller, [person_id])
