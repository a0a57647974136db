"""
Hold the verbs about orders of protection.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath
from service.usecases.protections.end_protection import EndProtection
from service.usecases.protections.list_protections import ListProtections
from service.usecases.protections.record_protection import RecordProtection
from service.usecases.protections.writing import ProtectionWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionVerbs:
    """
    Every such verb as a field: `registry.protections.record_protection`.
    """

    record_protection: RecordProtection
    end_protection: EndProtection
    list_protections: ListProtections


def protection_verbs(desk: Desk, aftermath: Aftermath) -> ProtectionVerbs:
    """
    Give each verb its ports.
    """
    write = ProtectionWriter(desk, aftermath)
    return ProtectionVerbs(
        record_protection=RecordProtection(desk, write),
        end_protection=EndProtection(desk, write),
        list_protections=ListProtections(desk),
    )
