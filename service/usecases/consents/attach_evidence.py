"""
Attach evidence to an act.
"""

from dataclasses import dataclass

from service.decision.consents import ConsentAct
from service.decision.ids import ActId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.consents.act_details import EvidenceDetails
from service.usecases.consents.evidence import checked_evidence
from service.usecases.consents.subject import check_seen
from service.usecases.consents.writing import described
from service.usecases.desk import Desk
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class AttachEvidence:
    """
    Attach evidence to an act.
    """

    desk: Desk

    def __call__(self, caller: Caller, act_id: ActId, details: EvidenceDetails) -> ConsentAct:
        """
        Keep a scan or recording as it came; from then on the act has its proof.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is no such act.
            InvalidInput: Empty, too large, or not of a kind that is kept.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            act = work.acts.get(act_id)
            check_seen(work, caller, act.person_id)
            if recall(work, caller):
                return act
            evidence = checked_evidence(details, self.desk.new_id)
            work.acts.add_evidence(evidence, act.id, now, caller.actor.id)
            payload = {"act_id": act.id, "evidence": described(evidence)}
            kind = EntryKind.EVIDENCE_ATTACHED
            self.desk.record.append(work, caller, kind, now, payload, [act.person_id])
            keep(work, caller, evidence.id, now)
            proven = work.acts.get(act_id)
            work.commit()
        return proven
