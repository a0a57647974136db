"""
Confirm an authority: somebody saw the proof.
"""

from dataclasses import dataclass, replace

from service.decision.ids import AuthorityId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.people import AuthorityRecord
from service.usecases import text
from service.usecases.authorities.authority_details import check_proof, seen_authority
from service.usecases.authorities.writing import AuthorityWriter
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ConfirmAuthority:
    """
    Confirm an authority: somebody saw the proof.
    """

    desk: Desk
    write: AuthorityWriter

    def __call__(self, caller: Caller, authority_id: AuthorityId, proof: str) -> AuthorityRecord:
        """
        Note the proof that was seen; from now on the holder's yes counts.

        Where it is needed and nobody gave it, what is live of the person comes down.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such authority for this caller.
            InvalidInput: No reference of the proof was given.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        seen = text.paragraphs(proof, "proof", longest=2000)
        check_proof(seen, verified=True)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before, _ = seen_authority(work, caller, authority_id)
            after = AuthorityRecord(authority=replace(before.authority, verified=True), proof=seen)
            if after == before:
                return before
            self.write(work, caller, EntryKind.AUTHORITY_RECORDED, after, now)
            work.commit()
        return after
