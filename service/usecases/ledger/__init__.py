"""
Verbs about the evidence: sequence it, give its signed head, verify it.
"""

from service.usecases.ledger.get_checkpoint import GetCheckpoint
from service.usecases.ledger.house_key import HouseKey
from service.usecases.ledger.prove_history import ProveHistory
from service.usecases.ledger.sequence_ledger import SequenceLedger
from service.usecases.ledger.verify_ledger import Verification, VerifyLedger
from service.usecases.ledger.witness_head import Cosigned, WitnessHead

__all__ = [
    "Cosigned",
    "GetCheckpoint",
    "HouseKey",
    "ProveHistory",
    "SequenceLedger",
    "Verification",
    "VerifyLedger",
    "WitnessHead",
]
