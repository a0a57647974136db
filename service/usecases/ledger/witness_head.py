"""
Vouch for the head of another instance's log.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.errors import InvalidInput, LedgerBroken
from service.ledger.checkpoint import Checkpoint, open_checkpoint
from service.ledger.cosignature import Witness, cosign
from service.ledger.entry import EntryKind
from service.ledger.failures import CheckpointRefused, ProofRefused
from service.ledger.keychain import follow
from service.ledger.keys import read_vkey
from service.ledger.proofs import verify_consistency
from service.ledger.signing import check_ed25519_fast
from service.records.ledger import WitnessedHead
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ledger.house_key import HouseKey
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class Cosigned:
    """
    A head with our line below it, and the key that checks the line.
    """

    note: str
    vkey: str
    size: int


@dataclass(frozen=True, slots=True)
class WitnessHead:
    """
    Vouch for the head of another instance's log.
    """

    desk: Desk
    key: HouseKey

    def __call__(
        self,
        caller: Caller,
        note: str,
        vkey: str,
        proof: tuple[bytes, ...] = (),
        statements: tuple[str, ...] = (),
    ) -> Cosigned:
        """
        Sign a head that continues the last one we have seen of that log.

        Args:
            vkey: The log's public key; the first one that is told for a log stays,
                unless *statements* lead from it to another.

            proof: That this head continues the last one; none for the first.

        Raises:
            NotAllowed: The caller has no `audit` scope, or sees some units only.
            InvalidInput: It is no head of that log.
            LedgerBroken: The log was rewritten or shown in two versions: we sign
                nothing, and keep what we have seen.
        """
        caller.needs(Scope.AUDIT)
        needs_everybody(caller)
        try:
            verifier = read_vkey(vkey, check_ed25519_fast)
            head = open_checkpoint(note, [verifier])
        except CheckpointRefused as refused:
            raise InvalidInput(str(refused), field="checkpoint") from None
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            last = work.witnessed_heads.last(head.origin)
            if last is not None:
                _check_key(last, vkey, statements)
                _check_continued(last, head, proof)
            work.witnessed_heads.add(
                WitnessedHead(head.origin, head.size, head.root, note, vkey, now)
            )
            payload = {"origin": head.origin, "size": head.size, "root": head.root.hex()}
            kind = EntryKind.LEDGER_HEAD_WITNESSED
            self.desk.record.append(work, caller, kind, now, payload)
            work.commit()
        signer = self.key.witness()
        witness = Witness(signer.name, signer.public_key)
        cosigned = cosign(note, witness, int(now.timestamp()), signer.sign)
        return Cosigned(cosigned, witness.vkey(), head.size)


def _check_key(last: WitnessedHead, vkey: str, statements: tuple[str, ...]) -> None:
    """
    Refuse another key than before, unless that one leads to it.

    Raises:
        InvalidInput: Nothing leads from the known key to this one.
    """
    try:
        known = {each.vkey() for each in follow([last.vkey], statements, check_ed25519_fast)}
    except CheckpointRefused as refused:
        raise InvalidInput(str(refused), field="vkey") from None
    if vkey not in known:
        message = "This log had another key before; take that one, or show how it was rotated."
        raise InvalidInput(message, field="vkey")


def _check_continued(last: WitnessedHead, head: Checkpoint, proof: tuple[bytes, ...]) -> None:
    """
    Refuse a head that does not continue the last one.

    Raises:
        InvalidInput: The proof is missing.
        LedgerBroken: Two heads that cannot both be true.
    """
    if head.size < last.size:
        message = f"a head of {head.size} entries after one of {last.size}: the log was cut off"
        raise LedgerBroken(message)
    if not proof and head.size != last.size and last.size:
        message = f"Add the proof that this head continues that of {last.size} entries."
        raise InvalidInput(message, field="proof")
    try:
        verify_consistency(last.size, head.size, proof, last.root, head.root)
    except ProofRefused as refused:
        message = f"{head.origin} was rewritten or is shown in two versions: {refused}"
        raise LedgerBroken(message) from None
