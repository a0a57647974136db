"""
Verbs about the evidence: sign it, verify it, hand its keys on.

`house_key.py` finds the key that each log asks for; `rotate_key.py` lets another one
sign.  Start reading at `sequence_ledger.py`.
"""

from service.usecases.ledger.house_key import HouseKey, statements_of
from service.usecases.ledger.list_log_keys import LogKey, LogKeys
from service.usecases.ledger.rotate_key import Order, Rotated
from service.usecases.ledger.sequence_ledger import SequenceLedger
from service.usecases.ledger.verbs import LedgerVerbs, ledger_verbs
from service.usecases.ledger.verify_ledger import Verification

__all__ = [
    "HouseKey",
    "LedgerVerbs",
    "LogKey",
    "LogKeys",
    "Order",
    "Rotated",
    "SequenceLedger",
    "Verification",
    "ledger_verbs",
    "statements_of",
]
