"""
Verbs about protections: orders that assist or represent an adult.

`writing.py` writes one with its ledger line, and sees to what follows.
"""

from service.usecases.protections.record_protection import ProtectionDetails
from service.usecases.protections.verbs import ProtectionVerbs, protection_verbs

__all__ = [
    "ProtectionDetails",
    "ProtectionVerbs",
    "protection_verbs",
]
