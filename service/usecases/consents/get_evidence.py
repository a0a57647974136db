"""
Hand out the evidence of an act.
"""

from dataclasses import dataclass

from service.decision.ids import ActId
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.forms import Evidence
from service.usecases.caller import Caller
from service.usecases.consents.subject import check_seen
from service.usecases.consents.writing import described
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GetEvidence:
    """
    Hand out the evidence of an act.
    """

    desk: Desk

    def __call__(self, caller: Caller, act_id: ActId) -> Evidence:
        """
        Give the evidence as it came, and write down who took it.

        A scan of a form shows more than the registry says, such as the address of
        the other parent: it takes `audit` to see it.

        Raises:
            NotAllowed: The caller lacks `consents:read` or `audit`.
            NotFound: There is no such act for this caller, or it has no evidence.
        """
        caller = caller.narrowed(Scope.CONSENTS_READ)
        caller.needs(Scope.AUDIT)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            act = work.acts.get(act_id)
            check_seen(work, caller, act.person_id)
            if act.evidence_id is None:
                raise NotFound("This act has no evidence.")
            evidence = work.acts.get_evidence(act.evidence_id)
            payload = {"act_id": act.id, "evidence": described(evidence)}
            kind = EntryKind.EXPORT_MADE
            self.desk.record.append(work, caller, kind, now, payload, [act.person_id])
            work.commit()
        return evidence
