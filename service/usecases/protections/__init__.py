"""
Verbs about protections: orders that assist or represent an adult.
"""

from service.usecases.protections.end_protection import EndProtection
from service.usecases.protections.list_protections import ListProtections
from service.usecases.protections.record_protection import ProtectionDetails, RecordProtection

__all__ = ["EndProtection", "ListProtections", "ProtectionDetails", "RecordProtection"]
