"""
Let another key sign from now on, in every log of the deployment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import OrganisationId
from service.errors import Conflict
from service.ledger.checkpoint import open_checkpoint, signer_of
from service.ledger.entry import EntryKind
from service.ledger.keychain import RecoveryKey, Rotation, Why, follow, read_statement, signed
from service.ledger.signing import SigningKey, check_ed25519_fast
from service.records.ledger import StoredCheckpoint
from service.usecases.desk import Desk
from service.usecases.ledger.house_key import HouseKey, statements_of
from service.usecases.ledger.sequence_ledger import SequenceLedger, grow
from service.usecases.organisations.operator import operator_of
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Order:
    """
    Why the key is rotated, and what may sign in place of the old one.
    """

    why: Why = Why.PLANNED
    recovery: SigningKey | None = None
    stolen_since: datetime | None = None
    """From when on the old key is not believed; the heads before stay proof."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """
    What was done in one log.
    """

    origin: str
    old: str
    new: str
    trusted_size: int
    doubted: int
    """Entries that the old key alone had signed after its end: to be looked at."""


@dataclass(frozen=True, slots=True)
class RotateKey:
    """
    Let another key sign from now on, in every log.

    Never offered over HTTP.  Each log is handed over in one transaction, with a head
    that both keys sign.  A crash anywhere leaves a service that works; the same command
    goes on from there.
    """

    desk: Desk
    key: HouseKey
    sequence_ledger: SequenceLedger

    def __call__(self, order: Order) -> Sequence[Rotated]:
        """
        Rotate; say what was done in each log that was not handed over yet.

        Raises:
            Conflict: The recovery key is not the one that a log names.
            LedgerBroken: A log does not add up, or asks for a key that is not here.
        """
        ring = self.key.ring
        successor = ring.seeds()[0] if self._is_here(order) else ring.successor()
        turned = self._everywhere(successor, order)
        ring.take_over()
        # Some may have been founded meanwhile, and begun with the old key.
        turned += self._everywhere(successor, order)
        ring.retire()
        return turned

    def is_begun(self) -> bool:
        """
        Tell whether a rotation stopped halfway; the service works on.
        """
        return len(self.key.ring.seeds()) > 1

    def _is_here(self, order: Order) -> bool:
        """
        Tell whether what follows a lost key is the one that signs new logs already.

        A backup from before a rotation asks for a key that was destroyed since.  What the
        next one signed meanwhile stays proven only if that one follows here too: receipts,
        exports, the list of what was erased.  A key that such a log has named had its
        end there, and follows none.
        """
        if order.why is not Why.LOST or self.is_begun():
            return False
        known = list[bool]()
        for organisation_id in self.desk.database.organisation_ids():
            with self.desk.database.look(organisation_id) as work:
                was_known = self.key.was_ours_known(work)
            if was_known is not None:
                known.append(was_known)
        return bool(known) and not any(known)

    def _everywhere(self, successor: bytes, order: Order) -> list[Rotated]:
        turned = list[Rotated]()
        for organisation_id in self.desk.database.organisation_ids():
            rotated = self._turn(organisation_id, successor, order)
            if rotated is not None:
                turned.append(rotated)
        return turned

    def _turn(self, organisation_id: OrganisationId, seed: bytes, order: Order) -> Rotated | None:
        """
        Hand one log over, unless it is already.
        """
        if order.why is Why.PLANNED:
            self.sequence_ledger.settle(organisation_id)
        with self.desk.database.begin(organisation_id) as work:
            work.ledger.wait_for_sequencer()
            head, new = work.ledger.last_checkpoint(), SigningKey(self.key.origin(work), seed)
            if head is None or signer_of(head.note) == new.key_id:
                return None
            turning = _Turning(self, work, head, new, order)
            rotated = turning.turn(self.desk.clock())
            work.commit()
        return rotated


@dataclass(frozen=True, slots=True)
class _Turning:
    """
    Hand one log over, in one transaction.
    """

    verb: RotateKey
    work: UnitOfWork
    head: StoredCheckpoint
    new: SigningKey
    order: Order

    def turn(self, at: datetime) -> Rotated:
        """
        Write who follows whom, then the head that says so.
        """
        new, said = self.new.verifier().vkey(), statements_of(self.work)
        named = [each for each in map(read_statement, said) if isinstance(each, RecoveryKey)]
        old, signer, signers = self._parties(named)
        why = Why.PLANNED if len(signers) > 1 else self.order.why
        size = self._trusted_size()
        rotation = Rotation(self.new.name, old, new, why, size)
        payload = {
            "new": new,
            "old": old,
            "statement": signed(rotation, signer, self.new),
            "trusted_size": size,
            "why": why.value,
        }
        self._append(EntryKind.LEDGER_KEY_ROTATED, payload, at)
        for each in named:
            if each.of == old:
                name_recovery_key(self.verb.desk, self.work, self.new, each.key, at)
        verifiers = follow([old], said, check_ed25519_fast)
        head = open_checkpoint(self.head.note, verifiers)
        while self.work.ledger.pending(1):
            grow(self.work, head, signers, at)
            latest = self.work.ledger.last_checkpoint()
            head = open_checkpoint(latest.note if latest else "", [self.new.verifier()])
        return Rotated(self.new.name, old, new, size, self.head.size - size)

    def _parties(
        self, named: Sequence[RecoveryKey]
    ) -> tuple[str, SigningKey, tuple[SigningKey, ...]]:
        """
        Give the old key, who signs for the new one, and who signs the heads.

        Raises:
            Conflict: The log names no recovery key, or another one.
        """
        recovery = self.order.recovery
        vkey = recovery.verifier().vkey() if recovery else ""
        theirs = [each.of for each in named if each.key == vkey]
        if recovery and theirs:
            return theirs[-1], recovery, (self.new,)
        if self.order.why is Why.STOLEN:
            raise Conflict(f"The log {self.new.name} does not name this recovery key.")
        # Also a log that was begun after the key was lost, by the one made in its place.
        key = self.verb.key.signer(self.work)
        return key.verifier().vkey(), key, (key, self.new)

    def _trusted_size(self) -> int:
        """
        Say up to which entry the old key is believed.
        """
        since = self.order.stolen_since
        if since is None:
            return self.head.size
        heads = self.work.ledger.checkpoints()
        return max((each.size for each in heads if each.signed_at < since), default=0)

    def _append(self, kind: EntryKind, payload: dict[str, object], at: datetime) -> None:
        caller = operator_of(self.work.organisation_id)
        self.verb.desk.record.append(self.work, caller, kind, at, payload)


def name_recovery_key(
    desk: Desk, work: UnitOfWork, key: SigningKey, recovery: str, at: datetime
) -> None:
    """
    Write that *recovery* may replace *key*, signed by it.
    """
    vkey = key.verifier().vkey()
    statement = signed(RecoveryKey(key.name, vkey, recovery), key)
    payload = {"key": recovery, "of": vkey, "statement": statement}
    kind = EntryKind.LEDGER_RECOVERY_KEY_NAMED
    desk.record.append(work, operator_of(work.organisation_id), kind, at, payload)
