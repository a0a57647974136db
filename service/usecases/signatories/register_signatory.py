"""
Enter somebody who may answer for a person.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PersonId, SignatoryId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.people import Signatory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.details import entered
from service.usecases.plain import digest_of
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall
from service.usecases.signatories.signatory_details import (
    SignatoryDetails,
    check_free,
    checked_signatory,
    seen_signatory,
)


@dataclass(frozen=True, slots=True)
class RegisterSignatory:
    """
    Enter somebody who may answer for a person.
    """

    desk: Desk

    def __call__(self, caller: Caller, details: SignatoryDetails) -> Signatory:
        """
        Enter a signatory and give them as recorded; they speak for nobody yet.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            InvalidInput: Something needed is missing or unusable.
            AlreadyExists: Somebody has this outside number.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            if made_before := recall(work, caller):
                return seen_signatory(work, caller, SignatoryId(made_before))
            signatory = self.within(work, caller, details, now)
            keep(work, caller, signatory.id, now)
            work.commit()
        return signatory

    def within(
        self, work: UnitOfWork, caller: Caller, details: SignatoryDetails, now: datetime
    ) -> Signatory:
        """
        Enter a signatory in a transaction that holds more than it.

        Whoever calls has seen that the caller may, and commits.

        Raises:
            InvalidInput: As above.
            AlreadyExists: As above.
        """
        signatory = checked_signatory(entered(Signatory, details, id=self.desk.new_id()))
        check_free(work, signatory)
        version = work.signatories.add(signatory, now, caller.actor.id)
        payload = {
            "signatory_id": signatory.id,
            "version": version,
            "digest": digest_of(signatory),
        }
        kind, about = EntryKind.SIGNATORY_REGISTERED, [PersonId(signatory.id)]
        self.desk.record.append(work, caller, kind, now, payload, about)
        return signatory
