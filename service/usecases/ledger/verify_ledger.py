"""
Verify the organisation's log from its first entry to its signed head.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from service.decision.ids import OrganisationId
from service.decision.powers import Scope
from service.errors import Unavailable
from service.ledger.bundle import Row
from service.ledger.checkpoint import open_checkpoint
from service.ledger.failures import CheckpointRefused, Flaw, LogBroken, ProofRefused
from service.ledger.hashing import leaf_hash
from service.ledger.history import Kept
from service.ledger.keychain import follow
from service.ledger.keys import Verifier
from service.ledger.receipt import Receipt
from service.ledger.signing import SigningKey, check_ed25519_fast
from service.ledger.verify import VerifiedLog, verify_log
from service.usecases.caller import Caller
from service.usecases.ledger.house_key import HouseKey, statements_of
from service.usecases.ledger.sequence_ledger import SequenceLedger
from service.usecases.ports.database import Database
from service.usecases.ports.ledger import Ledger
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Verification:
    """
    What verifying found: all is true, or the first flaw.
    """

    origin: str
    vkey: str
    log: VerifiedLog | None
    broken: LogBroken | None = None


@dataclass(frozen=True, slots=True)
class VerifyLedger:
    """
    Verify the organisation's log.
    """

    database: Database
    key: HouseKey
    sequence_ledger: SequenceLedger

    def __call__(self, caller: Caller, kept: Sequence[Kept] = ()) -> Verification:
        """
        Verify every row and every head; a flaw is a finding, not a failure.

        Args:
            kept: Heads and receipts that were kept elsewhere; one that does not fit
                proves that history was rewritten, whatever was rewritten.

        Raises:
            NotAllowed: The caller has no `audit` scope.
            Unavailable: Another worker is signing the first head just now.
        """
        caller.needs(Scope.AUDIT)
        self.sequence_ledger.settle(caller.organisation_id)
        return self.verify(caller.organisation_id, kept)

    def verify(self, organisation_id: OrganisationId, kept: Sequence[Kept] = ()) -> Verification:
        """
        Verify the log of one organisation as it is stored.
        """
        with self.database.look(organisation_id) as work:
            if work.ledger.last_checkpoint() is None and work.ledger.pending(1):
                raise Unavailable("The first head is being signed; ask again in a moment.")
            root = self.key.root(work)
            vkey = root.verifier().vkey()
            try:
                said = _statements(work)
                log = _verified(work, root, said, ())
                for each in kept:
                    _compare(work, root, said, each)
            except LogBroken as broken:
                return Verification(root.name, vkey, None, broken)
        return Verification(root.name, vkey, log)


def _statements(work: UnitOfWork) -> tuple[str, ...]:
    """
    Give what the log says of its keys.

    Raises:
        LogBroken: What it said was changed.
    """
    try:
        return statements_of(work)
    except CheckpointRefused as refused:
        raise LogBroken(Flaw.KEY_SWAPPED, 0, str(refused)) from None


def _verified(
    work: UnitOfWork, key: SigningKey, said: tuple[str, ...], more: Sequence[tuple[int, str]]
) -> VerifiedLog:
    """
    Verify all rows under all stored heads, and *more* of them.
    """
    stored = ((each.size, each.note) for each in work.ledger.checkpoints())
    return verify_log(
        _rows(work.ledger),
        (note for _, note in merge(stored, more)),
        organisation_id=work.organisation_id,
        origin=key.name,
        vkeys=[key.verifier().vkey()],
        ed25519=check_ed25519_fast,
        statements=said,
    )


def _compare(work: UnitOfWork, key: SigningKey, said: tuple[str, ...], kept: Kept) -> None:
    """
    Hold what somebody kept against the log as it is stored.

    Raises:
        LogBroken: It does not fit.
    """
    try:
        verifiers = follow([key.verifier().vkey()], said, check_ed25519_fast)
        head = open_checkpoint(kept.checkpoint, verifiers)
        if kept.receipt is not None:
            _check_receipt(work, verifiers, kept.name, kept.receipt)
        _verified(work, key, said, [(head.size, kept.checkpoint)])
    except CheckpointRefused as refused:
        raise LogBroken(Flaw.CHECKPOINT_REFUSED, 0, f"{kept.name}: {refused}") from None
    except LogBroken as broken:
        if broken.flaw is Flaw.KEPT_CONTRADICTS:
            raise
        message = f"{kept.name} does not fit: {broken}"
        raise LogBroken(Flaw.KEPT_CONTRADICTS, broken.index, message) from None


def _check_receipt(
    work: UnitOfWork, verifiers: tuple[Verifier, ...], name: str, receipt: Receipt
) -> None:
    """
    Refuse a log in which another entry stands where the receipt says.
    """
    leaf = next(iter(work.ledger.leaves(receipt.index - 1)), None)
    if leaf is None or leaf.index != receipt.index:
        raise LogBroken(Flaw.KEPT_CONTRADICTS, receipt.index, f"{name}: the entry is gone")
    try:
        receipt.verify(leaf_hash(leaf.leaf), verifiers)
    except ProofRefused:
        message = f"{name}: another entry stands there now"
        raise LogBroken(Flaw.KEPT_CONTRADICTS, receipt.index, message) from None


def _rows(ledger: Ledger) -> Iterator[Row]:
    """
    Give the stored leaves as rows of an export.
    """
    for each in ledger.leaves():
        yield Row(each.index, each.entry_id, each.commitment, each.salt, each.entry)
