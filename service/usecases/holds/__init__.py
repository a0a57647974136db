"""
Verbs about holds: what stands in the way whatever anybody answered.
"""

from service.usecases.holds.hold_details import HoldDetails
from service.usecases.holds.verbs import HoldVerbs, hold_verbs

__all__ = ["HoldDetails", "HoldVerbs", "hold_verbs"]
