"""
Hold the verbs about the log.
"""

from collections.abc import Callable
from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.ledger.get_checkpoint import GetCheckpoint
from service.usecases.ledger.house_key import HouseKey
from service.usecases.ledger.list_log_keys import ListLogKeys
from service.usecases.ledger.name_recovery_key import NameRecoveryKey
from service.usecases.ledger.prove_history import ProveHistory
from service.usecases.ledger.rotate_key import RotateKey
from service.usecases.ledger.sequence_ledger import SequenceLedger
from service.usecases.ledger.stamp_head import StampHead
from service.usecases.ledger.verify_ledger import VerifyLedger
from service.usecases.ledger.witness_head import WitnessHead
from service.usecases.ports.stamping import TimeAuthority


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerVerbs:
    """
    Every such verb as a field: `registry.ledger.verify_ledger`.
    """

    sequence_ledger: SequenceLedger
    get_checkpoint: GetCheckpoint
    verify_ledger: VerifyLedger
    prove_history: ProveHistory
    witness_head: WitnessHead
    list_log_keys: ListLogKeys
    rotate_key: RotateKey
    stamp_head: StampHead
    name_recovery_key: NameRecoveryKey


def ledger_verbs(
    desk: Desk,
    key: HouseKey,
    sequence_ledger: SequenceLedger,
    authority: TimeAuthority | None,
    new_nonce: Callable[[], int],
) -> LedgerVerbs:
    """
    Give each verb its ports.
    """
    return LedgerVerbs(
        sequence_ledger=sequence_ledger,
        get_checkpoint=GetCheckpoint(desk.database),
        verify_ledger=VerifyLedger(desk.database, key, sequence_ledger),
        prove_history=ProveHistory(desk.database, key),
        witness_head=WitnessHead(desk, key),
        list_log_keys=ListLogKeys(desk.database, key),
        rotate_key=RotateKey(desk, key, sequence_ledger),
        stamp_head=StampHead(desk, authority, new_nonce),
        name_recovery_key=NameRecoveryKey(desk, key, sequence_ledger),
    )
