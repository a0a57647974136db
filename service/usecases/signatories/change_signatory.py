"""
Change what is known of a signatory.
"""

from dataclasses import dataclass

from service.decision.ids import PersonId, SignatoryId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.people import Signatory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.details import changed
from service.usecases.plain import differences, digest_of
from service.usecases.ports.receipts import Notices
from service.usecases.signatories.signatory_details import (
    SignatoryDetails,
    check_free,
    check_reach,
    checked_signatory,
    seen_signatory,
)


@dataclass(frozen=True, slots=True)
class ChangeSignatory:
    """
    Change what is known of a signatory.
    """

    desk: Desk
    notices: Notices

    def __call__(
        self, caller: Caller, signatory_id: SignatoryId, details: SignatoryDetails
    ) -> Signatory:
        """
        Change what was told and give the signatory as recorded.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such signatory for this caller.
            AnswersElsewhere: The address would change of somebody who answers for people
                out of sight, too: whoever has it can answer for these.
            InvalidInput: Something told is unusable.
            AlreadyExists: Somebody else has this outside number.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            before = seen_signatory(work, caller, signatory_id)
            after = checked_signatory(changed(before, details))
            if after == before:
                return before
            check_free(work, after)
            check_reach(work, caller, before, after)
            reached = work.family_doors.reach(signatory_id)
            version = work.signatories.add(after, now, caller.actor.id)
            payload = {
                "signatory_id": after.id,
                "version": version,
                "changed": differences(before, after),
                "digest": digest_of(after),
            }
            kind, about = EntryKind.SIGNATORY_CHANGED, [PersonId(after.id)]
            self.desk.record.append(work, caller, kind, now, payload, about)
            self.notices.moved(work, reached, now)
            work.commit()
        return after
