"""
Put entries in the tree and sign its head.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import OrganisationId
from service.errors import LedgerBroken
from service.ledger.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from service.ledger.hashing import leaf_hash
from service.ledger.sequence import first_head, next_head
from service.ledger.signing import SigningKey
from service.records.ledger import StoredCheckpoint
from service.usecases.ledger.house_key import HouseKey
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock
from service.usecases.ports.work import UnitOfWork

BATCH = 1000


@dataclass(frozen=True, slots=True)
class SequenceLedger:
    """
    Put entries in the tree and sign its head.
    """

    database: Database
    clock: Clock
    key: HouseKey

    def __call__(self) -> int:
        """
        Sequence every organisation that has something to; count the entries.

        Raises:
            LedgerBroken: What is stored does not continue what was signed, or asks for
                a key that is not here; nothing more is signed for that organisation,
                and all others were sequenced.
        """
        count, first = 0, None
        for organisation_id in self.database.with_pending_entries():
            try:
                count += self.sequence(organisation_id)
            except LedgerBroken as broken:
                first = first or broken
        if first is not None:
            raise first
        return count

    def sequence(self, organisation_id: OrganisationId) -> int:
        """
        Sequence one organisation, batch by batch, unless another worker does.
        """
        count = 0
        while batch := self._batch(organisation_id):
            count += batch
        return count

    def settle(self, organisation_id: OrganisationId) -> None:
        """
        Sequence one organisation, waiting for another worker who does.

        Whatever was committed before stands under a signed head afterwards: for whoever
        asks for a proof and is not told to come back.
        """
        while self._batch(organisation_id, waits=True):
            pass

    def _batch(self, organisation_id: OrganisationId, *, waits: bool = False) -> int:
        """
        Take one step: leaves, nodes, frontier and head in one transaction.
        """
        with self.database.begin(organisation_id) as work:
            if waits:
                work.ledger.wait_for_sequencer()
            elif not work.ledger.lock_sequencer():
                return 0
            if not work.ledger.pending(1):
                return 0
            key = self.key.signer(work)
            count = grow(work, _last_head(work, key), (key,), self.clock())
            work.commit()
        return count


def grow(work: UnitOfWork, head: Checkpoint, signers: tuple[SigningKey, ...], at: datetime) -> int:
    """
    Put one batch behind *head*, and sign.

    The caller holds the lock, and commits.

    Raises:
        ProofRefused: What is stored does not add up to *head*.
    """
    pending = work.ledger.pending(BATCH)
    hashes = [leaf_hash(each.leaf) for each in pending]
    step = next_head(head, work.ledger.frontier(), hashes)
    work.ledger.extend(step.frontier, pending, step.nodes)
    note = sign_checkpoint(step.head, *signers)
    work.ledger.add_checkpoint(StoredCheckpoint(step.head.size, step.head.root, note, at))
    return len(pending)


def _last_head(work: UnitOfWork, key: SigningKey) -> Checkpoint:
    """
    Give the head to continue, as signed, not as a row says it was.
    """
    stored = work.ledger.last_checkpoint()
    if stored is None:
        return first_head(key.name)
    return open_checkpoint(stored.note, [key.verifier()])
