"""
Prove that the head of today continues one that somebody kept.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.errors import InvalidInput, NotFound
from service.ledger.checkpoint import open_checkpoint
from service.ledger.failures import CheckpointRefused, ProofRefused
from service.ledger.history import Link
from service.ledger.proofs import consistency_proof, verify_consistency
from service.usecases.caller import Caller
from service.usecases.ledger.house_key import HouseKey
from service.usecases.ports.database import Database


@dataclass(frozen=True, slots=True)
class ProveHistory:
    """
    Prove that the head of today continues one that somebody kept.
    """

    database: Database
    key: HouseKey

    def __call__(self, caller: Caller, kept: str) -> Link:
        """
        Give the kept head with the proof that the newest one continues it.

        Raises:
            NotAllowed: The caller has no `audit` scope.
            InvalidInput: It is no head of this log.
            NotFound: Nothing has been signed yet.
            ProofRefused: It is not continued: history was rewritten.
        """
        caller.needs(Scope.AUDIT)
        with self.database.look(caller.organisation_id) as work:
            verifiers = self.key.verifiers(work)
            stored = work.ledger.last_checkpoint()
            if stored is None:
                raise NotFound("Nothing has been signed yet.")
            try:
                old = open_checkpoint(kept, verifiers)
            except CheckpointRefused as refused:
                raise InvalidInput(str(refused), field="checkpoint") from None
            if old.size > stored.size:
                message = f"this head counts {old.size} entries, and there are {stored.size}"
                raise ProofRefused(message)
            proof = consistency_proof(old.size, stored.size, work.ledger.node)
        verify_consistency(old.size, stored.size, proof, old.root, stored.root)
        return Link(kept, proof)
